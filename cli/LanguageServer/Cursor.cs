using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Where an author is typing, told from the lines alone, since what is half typed is seldom YAML.</summary>
/// <param name="Word">The letters of the word before the cursor.</param>
/// <param name="Start">Where the word begins.</param>
/// <param name="Path">The keys that the cursor stands below, the outermost first; the last is the key whose value is being typed, or null where a key is.</param>
internal sealed record Cursor(string Word, int Start, ImmutableArray<string?> Path)
{
    /// <summary>The key whose value is being typed, or null where a key or nothing of that kind is.</summary>
    public string? Key => Path.IsEmpty ? null : Path[^1];

    /// <summary>The key above it.</summary>
    public string? Above => Path.Length < 2 ? null : Path[^2];

    /// <summary>Finds out where a place stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">The place.</param>
    public static Cursor At(SourceText text, int offset)
    {
        var content = text.Content;
        var start = offset;
        while (start > 0 && IsOfWord(content[start - 1]))
        {
            start--;
        }

        var line = text.PositionOf(start).Line;
        var before = content[text.OffsetOf(new(line, 1))..start];
        var keys = Inline(before, out var indent);
        for (var above = line - 1; above >= 1 && indent > 0; above--)
        {
            var written = text.LineAt(above);
            var at = IndentOf(written, out var rest);
            if (rest.Length == 0 || rest[0] == '#' || at >= indent || KeyOf(rest) is not { } key)
            {
                continue;
            }

            keys.Insert(0, key);
            indent = written.Length - written.TrimStart().Length;
        }

        return new(content[start..offset], start, [.. keys]);
    }

    // The keys on the line itself: of the block, then of each brace that is still open.
    private static List<string?> Inline(string before, out int indent)
    {
        indent = IndentOf(before, out var rest);
        var (keys, open, from) = (new List<string?>(), new Stack<int>(), 0);
        string? pending = null;
        for (var i = 0; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case ':' when i + 1 >= rest.Length || rest[i + 1] == ' ':
                    pending = rest[from..i].Trim().Trim('"', '\'');
                    from = i + 1;
                    break;
                case '{':
                    open.Push(keys.Count);
                    keys.Add(pending);
                    (pending, from) = (null, i + 1);
                    break;
                case '[':
                    open.Push(keys.Count);
                    keys.Add(pending);
                    from = i + 1;
                    break;
                case '}' or ']' when open.TryPop(out var depth):
                    keys.RemoveRange(depth, keys.Count - depth);
                    (pending, from) = (null, i + 1);
                    break;
                case ',':
                    pending = open.Count > 0 && rest.LastIndexOf('[', i) > rest.LastIndexOf('{', i) ? pending : null;
                    from = i + 1;
                    break;
            }
        }

        // Within a list the key before it is the one whose value is typed; a list item on a line of its own belongs to the line above.
        if (open.Count == 0 || rest.LastIndexOf('{') > rest.LastIndexOf('['))
        {
            keys.Add(pending);
        }

        keys.RemoveAll(static key => key is { Length: 0 });
        if (before.TrimStart().StartsWith('-') && keys is [null])
        {
            keys.Clear();
        }

        return keys;
    }

    private static int IndentOf(string line, out string rest)
    {
        var indent = 0;
        while (indent < line.Length && (line[indent] == ' ' || (line[indent] == '-' && indent + 1 < line.Length && line[indent + 1] == ' ')))
        {
            indent++;
        }

        rest = line[indent..];
        return indent;
    }

    private static string? KeyOf(string rest)
    {
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && (colon + 1 == rest.Length || rest[colon + 1] == ' ') ? rest[..colon].Trim().Trim('"', '\'') : null;
    }

    private static bool IsOfWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '$' or '/';
}
