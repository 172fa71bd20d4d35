using PolicyCheck.Loading;
using PolicyCheck.Reading;

namespace PolicyCheck.Mutation;

/// <summary>Adds cases to a test file.</summary>
public static class CaseWriter
{
    /// <summary>The text of a test file with cases added behind its last one, everything else left as it is.</summary>
    /// <param name="file">The test file, which can be read.</param>
    /// <param name="cases">The cases, each an item of a list indented by two spaces, with a final line break.</param>
    /// <exception cref="ArgumentException">The file has no list of cases in block style.</exception>
    public static string Add(PolicyFile file, IEnumerable<string> cases)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(cases);
        var read = DocumentReader.Read(file.Path, file.Content.Span);
        if (read.Documents is not [MappingNode document] || document["cases"] is not SequenceNode { Items: [.., MappingNode last] })
        {
            throw new ArgumentException("the file has no cases to add to", nameof(file));
        }

        var content = read.Source.Content;
        var end = content.IndexOf('\n', EndOf(last).Location.Span.End);
        var before = end < 0 ? content.TrimEnd() + "\n" : content[..(end + 1)];
        var indent = new string(' ', Math.Max(0, read.Source.LineAt(last.Location.Start.Line).IndexOf('-', StringComparison.Ordinal)));
        var added = cases.Select(one => "\n" + string.Concat(one.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{indent}{line[2..]}\n")));
        return before + string.Concat(added) + content[Math.Min(content.Length, before.Length)..];
    }

    // A mapping ends where its last value does.
    private static Node EndOf(Node node) => node switch
    {
        MappingNode { Entries: [.., var entry] } => EndOf(entry.Value),
        SequenceNode { Items: [.., var item] } => EndOf(item) is var end && end.Location.Span.End > node.Location.Span.End ? end : node,
        _ => node,
    };
}
