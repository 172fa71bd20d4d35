using PolicyCheck.Loading;
using PolicyCheck.Reading;

namespace PolicyCheck.Mutation;

/// <summary>Adds cases to a test file.</summary>
public static class CaseWriter
{
    /// <summary>The text of a test file with cases added behind its last one, everything else left as it is; null where its cases aren't a list in block style.</summary>
    /// <param name="file">The test file, which can be read.</param>
    /// <param name="cases">The cases, each an item of a list indented by two spaces, with a final line break.</param>
    public static string? Add(PolicyFile file, IEnumerable<string> cases)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(cases);
        var read = DocumentReader.Read(file.Path, file.Content.Span);
        var content = read.Source.Content;
        if (read.Documents is not [MappingNode document] || document["cases"] is not SequenceNode { Items.IsEmpty: false, Location: var place } || content[place.Span.Start] != '-')
        {
            return null;
        }

        var line = content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var end = content.IndexOf('\n', place.Span.End);
        var before = end < 0 ? content + line : content[..(end + 1)];
        var indent = new string(' ', place.Start.Column - 1);
        var added = cases.Select(one => line + string.Concat(one.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => $"{indent}{text[2..]}{line}")));
        return before + string.Concat(added) + (end < 0 ? "" : content[(end + 1)..]);
    }
}
