using static PolicyCheck.Text.VisibleText;

namespace PolicyCheck.Reading;

/// <summary>What can be wrong with brackets and the commas between them.</summary>
internal static class BracketProblems
{
    /// <summary>Where the innermost bracket opens that isn't closed, or -1.</summary>
    public static int OpenBracket(string text, NodeBuilder builder) =>
        builder.Innermost is { Start: >= 0 and var start } && start < text.Length && text[start] is '[' or '{' ? start : -1;

    /// <summary>Neither a comma nor the closing bracket follows a value.</summary>
    public static Problem NotContinued(string text, int at, NodeBuilder builder)
    {
        var bracket = OpenBracket(text, builder);
        var isAtEnd = text.AsSpan(Math.Min(at, text.Length)).IsWhiteSpace();
        if (bracket >= 0 && (isAtEnd || new TextLine(text, at) is { Indentation: 0 } line && line.Start == at))
        {
            return Unclosed(text, bracket, isAtEnd ? "is never closed" : "is not closed before the next line that isn't indented");
        }

        var next = at < text.Length ? text[at] : ' ';
        return bracket >= 0 && next is ']' or '}' ? ClosesOther(text, at, bracket)
            : next == ',' ? YamlMarkProblems.Comment(text, at)
            : new(
                ReadingCodes.Comma, at, at + 1,
                $"a comma is missing before `{next}`",
                "separate what stands between brackets by commas, and put text that holds quotes, brackets or commas in quotes");
    }

    /// <summary>A line between brackets stands at the margin.</summary>
    public static Problem NotIndented(string text, int bracket) =>
        Unclosed(text, bracket, "is not closed before the next line that isn't indented");

    /// <summary>A bracket closes another than the innermost.</summary>
    public static Problem ClosesOther(string text, int at, int bracket) => new(
        ReadingCodes.Bracket, at, at + 1,
        $"the bracket {Quoted(text.AsSpan(at, 1))} doesn't close {Quoted(text.AsSpan(bracket, 1))}",
        $"close the inner bracket with `{Closing(text[bracket])}` first");

    /// <summary>A bracket closes nothing.</summary>
    public static Problem ClosesNothing(string text, int at) => new(
        ReadingCodes.Bracket, at, at + 1,
        $"the bracket {Quoted(text.AsSpan(at, 1))} closes nothing",
        "remove it, or open it before; put text that holds brackets in quotes");

    /// <summary>A comma has nothing before it.</summary>
    public static Problem NothingBeforeComma(int at) => new(
        ReadingCodes.Comma, at, at + 1,
        "there is no value before this comma",
        "remove the comma, or write the missing value before it");

    private static Problem Unclosed(string text, int bracket, string how) => new(
        ReadingCodes.Bracket, bracket, bracket + 1,
        $"the bracket {Quoted(text.AsSpan(bracket, 1))} {how}",
        $"close it with `{Closing(text[bracket])}`, or indent the lines that belong to it");

    private static char Closing(char bracket) => bracket == '[' ? ']' : '}';
}
