using static PolicyCheck.Text.VisibleText;

namespace PolicyCheck.Reading;

/// <summary>What can be wrong with a JSON text in double quotes, or right behind it.</summary>
internal static class JsonTextProblems
{
    /// <summary>Explains why the reader stopped at an offset within a text in quotes or behind it; null when it is not to blame.</summary>
    public static Problem? Explain(string text, int quote, int at)
    {
        if (at <= quote)
        {
            return null;
        }

        var end = End(text, quote);
        var isClosed = end < text.Length && text[end] == '"';
        if (at > end && isClosed)
        {
            return new(
                ReadingCodes.Colon, quote, end + 1,
                $"no colon follows the key {Quoted(text.AsSpan(quote, end + 1 - quote))}",
                "write a colon and the value after the key");
        }

        if (at < text.Length && text[at] == '\t')
        {
            return new(ReadingCodes.NotJson, at, at + 1, "a tab stands within double quotes", "write it as `\\t`");
        }

        return isClosed
            ? QuoteProblems.Escape(text, at, "write `\\\\` for a backslash")
            : new(
                ReadingCodes.UnclosedQuote, quote, quote + 1,
                "the quotation mark `\"` is not closed on its line",
                "close it; write a line break within it as `\\n`");
    }

    private static int End(string text, int quote)
    {
        var end = quote + 1;
        while (end < text.Length && text[end] is not ('"' or '\r' or '\n'))
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        return end;
    }
}
