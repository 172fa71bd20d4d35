using System.Text;

namespace PolicyCheck.Tests.Reading.Suite;

/// <summary>Follows the suite's events to the outlines of the documents that they stand for, with aliases written out.</summary>
internal sealed class SuiteEvents
{
    private readonly Dictionary<string, string> _anchors = new(StringComparer.Ordinal);
    private readonly Stack<(StringBuilder Text, bool IsMapping, string? Anchor, int Children)> _open = new();
    private readonly List<string> _documents = [];

    private SuiteEvents()
    {
    }

    /// <summary>The outline of each document, written like <see cref="Reads.Outline"/>.</summary>
    public static List<string> Outlines(string events)
    {
        var reader = new SuiteEvents();
        foreach (var line in events.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            reader.Take(line.TrimStart());
        }

        return reader._documents;
    }

    private void Take(string line)
    {
        var rest = line.Length > 4 ? line[5..] : "";
        switch (line[..4])
        {
            case "+DOC":
                _anchors.Clear();
                break;
            case "+MAP" or "+SEQ":
                _open.Push((new(line[1] == 'M' ? "{" : "["), line[1] == 'M', AnchorOf(ref rest), 0));
                break;
            case "-MAP" or "-SEQ":
                var (text, isMapping, anchor, _) = _open.Pop();
                Add(text.Append(isMapping ? '}' : ']').ToString(), anchor);
                break;
            case "=ALI":
                Add(_anchors[rest[1..]], null);
                break;
            case "=VAL":
                var name = AnchorOf(ref rest);
                Add(rest[0] == ':' ? Unescaped(rest[1..]) : $"'{Unescaped(rest[1..])}'", name);
                break;
        }
    }

    private void Add(string outline, string? anchor)
    {
        if (anchor is not null)
        {
            _anchors[anchor] = outline;
        }

        if (!_open.TryPop(out var parent))
        {
            _documents.Add(outline);
            return;
        }

        // Outlines tell keys without quotation marks.
        var isKey = parent.IsMapping && parent.Children % 2 == 0;
        parent.Text.Append(isKey && outline is ['\'', .., '\''] ? outline[1..^1] : outline).Append(isKey ? '=' : ';');
        _open.Push(parent with { Children = parent.Children + 1 });
    }

    // Styles such as `{}`, anchors and tags stand before a value.
    private static string? AnchorOf(ref string rest)
    {
        string? anchor = null;
        while (rest.Length > 0 && (rest[0] is '&' or '<' || rest.StartsWith("{}", StringComparison.Ordinal) || rest.StartsWith("[]", StringComparison.Ordinal)))
        {
            var end = rest.IndexOf(' ', StringComparison.Ordinal);
            var word = end < 0 ? rest : rest[..end];
            rest = end < 0 ? "" : rest[(end + 1)..];
            anchor = word[0] == '&' ? word[1..] : anchor;
        }

        return anchor;
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] == '\\' && ++i < text.Length ? text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', '0' => '\0', var other => other } : text[i]);
        }

        return plain.ToString();
    }
}
