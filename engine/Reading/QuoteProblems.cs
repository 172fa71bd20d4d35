using static PolicyCheck.Text.VisibleText;

namespace PolicyCheck.Reading;

/// <summary>What can be wrong with quotation marks and what stands between them.</summary>
internal static class QuoteProblems
{
    /// <summary>A quotation mark is not closed before the text ends or the next key begins.</summary>
    public static Problem Unclosed(string text, int start, int end) => new(
        ReadingCodes.UnclosedQuote, start, start + 1,
        end >= text.TrimEnd().Length
            ? $"the quotation mark {Quoted(text.AsSpan(start, 1))} is never closed"
            : $"the quotation mark {Quoted(text.AsSpan(start, 1))} is not closed before the next line that isn't indented",
        "close it with the same mark at the end of the text that it quotes");

    /// <summary>A backslash in double quotes starts nothing known.</summary>
    public static Problem Escape(string text, int at, string cure = "write `\\\\` for a backslash, or put the text in single quotes")
    {
        at = Math.Clamp(at, 0, text.Length);
        var line = new TextLine(text, at);
        var backslash = at < text.Length && text[at] == '\\' ? at : text.AsSpan(line.Start, at - line.Start).LastIndexOf('\\') + line.Start;
        if (backslash < line.Start)
        {
            backslash = Math.Max(at, at + text.AsSpan(at).IndexOf('\\'));
        }

        var end = Math.Min(text.Length, backslash + 2);
        return new(
            ReadingCodes.Escape, backslash, end,
            $"{Quoted(text.AsSpan(backslash, end - backslash))} starts no complete escape, which a backslash in double quotes must",
            cure);
    }
}
