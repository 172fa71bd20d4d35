using static PolicyCheck.Text.VisibleText;

namespace PolicyCheck.Reading;

/// <summary>What can be wrong with a line: its indentation, and the colon after its key.</summary>
internal static class YamlLineProblems
{
    private const string LineUp = "line it up with the lines that it belongs to, two spaces further in than the key above them";

    // YAML 1.2 limits a key without `?` to 1024 characters.
    private const int LongestKey = 1024;

    /// <summary>A tab in the indentation at an offset or after it.</summary>
    public static Problem Tab(string text, int at)
    {
        at = Math.Clamp(at, 0, text.Length);
        var tab = text.AsSpan(at).IndexOf('\t') + at;
        tab = Math.Max(tab, at);
        return new(ReadingCodes.Tab, tab, tab + 1, "the line is indented with a tab", "indent with spaces, two for each level");
    }

    /// <summary>A tab in the indentation of the line at an offset, or null.</summary>
    public static Problem? TabBefore(string text, int at) =>
        new TextLine(text, at) is { TabInIndentation: >= 0 and var tab } line && line.ContentStart < line.End ? Tab(text, tab) : null;

    /// <summary>A tab in the indentation of a value that is the first of its line, or null.</summary>
    public static Problem? TabIndenting(string text, int start)
    {
        var at = start;
        var tab = -1;
        while (at > 0 && text[at - 1] is ' ' or '\t' or '-' or '?')
        {
            at--;
            tab = text[at] == '\t' ? at : text[at] == ' ' ? tab : -1;
        }

        return tab >= 0 && (at == 0 || text[at - 1] is '\n' or '\r') ? Tab(text, tab) : null;
    }

    /// <summary>A list begins behind its key.</summary>
    public static Problem ItemAfterKey(int at) => new(
        ReadingCodes.Indentation, at, at + 1,
        "a list item can't start on the line of its key",
        "start the list on the next line, or put the value in quotes if the dash belongs to it");

    /// <summary>A second colon in a line, or a key under a value.</summary>
    public static Problem SecondColon(string text, int at)
    {
        var line = new TextLine(text, at);
        var before = text.AsSpan(line.ContentStart, Math.Max(0, at - line.ContentStart));
        if (before.StartsWith("---"))
        {
            return new(
                ReadingCodes.Indentation, line.ContentStart, line.ContentStart + 3,
                "a key can't stand on the line of `---`", "start the document on the next line");
        }

        if (!before.Contains(": ", StringComparison.Ordinal) && !before.Contains(":\t", StringComparison.Ordinal))
        {
            return new(
                ReadingCodes.Indentation, line.ContentStart, Math.Max(at, line.ContentStart),
                $"{Quoted(before.IsEmpty ? line.Content : before.TrimEnd())} is indented under a line that already has a value",
                "line it up with the key above it, or remove the value above so that this line can be it");
        }

        if (before.TrimEnd() is [.., '"' or '\'' or ']' or '}'])
        {
            return new(
                ReadingCodes.ColonInValue, at, at + 1,
                "this colon follows a value that is already complete",
                "put the whole value in one pair of quotes, or start a new line if a new key was meant");
        }

        var value = before[(before.IndexOf(':') + 1)..].TrimStart();
        return new(
            ReadingCodes.ColonInValue, at, at + 1,
            "a value without quotes can't hold a colon followed by a space",
            value is ['“' or '”' or '‘' or '„' or '«', ..]
                ? "put the value in straight quotes `\"`; typographic ones don't count"
                : "put the value in quotes, or start a new line if a new key was meant");
    }

    /// <summary>A line without its colon, above a line that has one.</summary>
    public static Problem NoColonAbove(string text, int at)
    {
        var line = new TextLine(text, at).Above();
        return NoColon(line) ?? YamlProblems.Other(line.ContentStart);
    }

    /// <summary>A text that continues nothing.</summary>
    public static Problem Unexpected(string text, int at)
    {
        if (at >= text.Length)
        {
            return YamlProblems.Other(at);
        }

        var line = new TextLine(text, at);
        var before = text.AsSpan(line.ContentStart, Math.Max(0, at - line.ContentStart)).TrimEnd();
        return text[at] is ']' or '}' ? BracketProblems.ClosesNothing(text, at)
            : line.Content.IndexOf(':') is >= LongestKey and var length ? LongKey(line.ContentStart, line.ContentStart + length)
            : before.Length > 0 ? AfterValue(text, at, before)
            : line.Content.StartsWith("- ") ? Misplaced(line, "the list item")
            : NoColon(line) ?? Misplaced(line, "the line");
    }

    private static Problem AfterValue(string text, int at, ReadOnlySpan<char> before)
    {
        var end = new TextLine(text, at).End;
        var isApostrophe = before[^1] == '\'' && text[at - 1] == '\'';
        return new(
            ReadingCodes.TextAfterValue, at, end,
            $"{Quoted(text.AsSpan(at, end - at).TrimEnd())} follows a value that is already complete",
            isApostrophe
                ? "write an apostrophe within single quotes twice, or use double quotes"
                : "put the whole value in one pair of quotes, or start a new line");
    }

    private static Problem LongKey(int start, int end) => new(
        ReadingCodes.NotYaml, start, end,
        $"the key is longer than {LongestKey} characters", "use a short key, or put the text in quotes if it is a value");

    private static Problem? NoColon(TextLine line)
    {
        var start = line.ContentStart;
        var end = start + line.Content.Length;
        return line.KeyWithoutSpace is { IsEmpty: false } key
            ? new(
                ReadingCodes.Colon, start + key.Length, start + key.Length + 1,
                $"there is no space after the colon of {Quoted(key)}", "write a space after the colon")
            : line.HasKey ? null
            : new(
                ReadingCodes.Colon, start, end,
                $"{Quoted(line.Content)} has no colon after it and continues nothing above",
                line.Content.Contains('\u00A0')
                    ? "replace its no-break spaces, which are often pasted from web pages, by ordinary spaces"
                    : "write it as a key, a colon and a value, or indent it if it continues the line above");
    }

    private static Problem Misplaced(TextLine line, string what) => new(
        ReadingCodes.Indentation, line.ContentStart, line.ContentStart + line.Content.Length,
        $"{what} {Quoted(line.Content)} doesn't belong to anything above it by its indentation of {line.Indentation}",
        LineUp);
}
