using System.Buffers;
using static PolicyCheck.Text.VisibleText;

namespace PolicyCheck.Reading;

/// <summary>What can be wrong with the characters that YAML reserves.</summary>
internal static class YamlMarkProblems
{
    private const string QuoteIt = "put the value in quotes";
    private static readonly SearchValues<char> VersionNumber = SearchValues.Create("0123456789.");

    /// <summary>An anchor or alias without a proper name.</summary>
    public static Problem Anchor(string text, int at) => new(
        ReadingCodes.Anchor, at, at + 1,
        $"{Mark(text, at)} marks an anchor or alias here, and no proper name follows it",
        $"{QuoteIt} if the mark belongs to it");

    /// <summary>A second anchor for one value.</summary>
    public static Problem SecondAnchor(int start, int end) => new(
        ReadingCodes.Anchor, start, end, "a value can't have two anchors", "remove one of the two");

    /// <summary>An anchor before an alias.</summary>
    public static Problem AnchorOnAlias(int start, int end) => new(
        ReadingCodes.Anchor, start, end,
        "an alias can't have an anchor or tag of its own",
        "remove what stands before the alias");

    /// <summary>A line that starts with a percent sign.</summary>
    public static Problem Directive(string text, int at)
    {
        var line = new TextLine(text, at);
        return line.Content.StartsWith("%YAML ")
            ? new(
                ReadingCodes.NotYaml, line.ContentStart, line.ContentStart + line.Content.Length,
                $"the line {Quoted(line.Content)} asks for another version of YAML or stands at the wrong place",
                "remove the line")
            : new(
                ReadingCodes.ReservedStart, line.ContentStart, line.ContentStart + 1,
                "a line can't start with `%`",
                "put the text in quotes, or remove the line");
    }

    /// <summary>A version of YAML with something behind it, which the scanner overlooks, or null.</summary>
    public static Problem? Version(string text, int at)
    {
        const string name = "%YAML";
        var content = new TextLine(text, at).Content;
        var version = content.StartsWith(name) ? content[name.Length..].TrimStart() : [];
        return version.IndexOfAnyExcept(VersionNumber) is >= 0 and var end && !char.IsWhiteSpace(version[end]) ? Directive(text, at) : null;
    }

    /// <summary>A block of text that begins wrongly.</summary>
    public static Problem BlockText(string text, int at) => at < text.Length && text[at] is '|' or '>'
        ? new(
            ReadingCodes.ReservedStart, at, at + 1,
            $"{Mark(text, at)} starts a block of text, which begins on the next line, and something else follows it here",
            $"write the text on the lines below, indented, or {QuoteIt} if the mark belongs to it")
        : new(
            ReadingCodes.Indentation, at, at + 1,
            "a blank line above this block of text is indented further than the text",
            "remove the spaces from the blank line");

    /// <summary>A comment directly after a value.</summary>
    public static Problem Comment(string text, int at)
    {
        var sign = Math.Max(at, at + text.AsSpan(Math.Min(at, text.Length)).IndexOf('#'));
        return new(
            ReadingCodes.TextAfterValue, sign, sign + 1,
            "a comment stands where none can stand",
            "write a space before the number sign, or move the comment to a line of its own above the value");
    }

    /// <summary>A character that can't start a value.</summary>
    public static Problem Reserved(string text, int at, NodeBuilder builder)
    {
        if (at >= text.Length)
        {
            return YamlProblems.Other(at);
        }

        return text[at] switch
        {
            ']' or '}' => BracketProblems.ClosesNothing(text, at),
            ',' when BracketProblems.OpenBracket(text, builder) >= 0 => BracketProblems.NothingBeforeComma(at),
            '\t' => YamlLineProblems.Tab(text, at),
            var c when c is '@' or '`' or '%' or ',' or '?' or '-' or '|' or '>' or ':' or '#' or '&' or '*' or '!' => new(
                ReadingCodes.ReservedStart, at, at + 1,
                $"a value without quotes can't start with {Mark(text, at)}",
                QuoteIt),
            _ => YamlLineProblems.Unexpected(text, at),
        };
    }

    private static string Mark(string text, int at) => at < text.Length
        ? text[at] == '`' ? "a backtick" : Quoted(text.AsSpan(at, 1))
        : "the end of the file";
}
