using System.Buffers;
using static PolicyCheck.Text.VisibleText;

namespace PolicyCheck.Reading;

/// <summary>What can be wrong with a JSON text.</summary>
internal static class JsonProblems
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,:[]{}\"");

    /// <summary>There is nothing in it.</summary>
    public static Problem Empty(string text) => new(
        ReadingCodes.NotJson, 0, text.Length, "the file is empty", "write a JSON object, from `{` to `}`");

    /// <summary>A comment.</summary>
    public static Problem Comment(int start, int end) => new(
        ReadingCodes.JsonComment, start, end, "JSON has no comments", "remove the comment, or name the file `.yaml` and start the comment with `#`");

    /// <summary>A comma before a closing bracket.</summary>
    public static Problem TrailingComma(int at, char bracket) => new(
        ReadingCodes.JsonTrailingComma, at, at + 1, $"JSON allows no comma before `{bracket}`", "remove the comma");

    /// <summary>A second document.</summary>
    public static Problem SecondDocument(int start, int end) => new(
        ReadingCodes.JsonSeveralDocuments, start, end,
        "a second document starts here, and a JSON file holds one",
        "write it to a file of its own, or write both as YAML with a line `---` between them");

    /// <summary>Half of a surrogate pair as an escape.</summary>
    public static Problem HalfSurrogate(int start, int end) => new(
        ReadingCodes.Escape, start, end,
        "an escape `\\u` in this text is one half of a surrogate pair without the other",
        "write the character itself, or both halves");

    /// <summary>Explains why the reader stopped at an offset, having read all tokens up to another.</summary>
    public static Problem Explain(string text, int last, int at, NodeBuilder builder)
    {
        var token = last;
        while (token < text.Length && text[token] is ' ' or '\t' or '\r' or '\n' or ',' or ':')
        {
            token++;
        }

        if (token < text.Length && text[token] == '"' && InText(text, token, Math.Min(at, text.Length)) is { } inText)
        {
            return inText;
        }

        if (token >= text.Length)
        {
            return AtEnd(text, builder);
        }

        var comma = text.AsSpan(last, token - last).LastIndexOf(',');
        return text[token] switch
        {
            '\'' => new(
                ReadingCodes.NotJson, token, token + 1, "JSON doesn't know single quotes", "use double quotes"),
            '#' or '/' => Comment(token, new TextLine(text, token).End),
            ']' or '}' when comma >= 0 => new(
                ReadingCodes.Comma, last + comma, last + comma + 1, "there is no value beside this comma", "remove the comma"),
            ']' or '}' => YamlBracketProblems.ClosesNothing(text, token),
            _ when comma < 0 && builder.Innermost is { } open && (open.ExpectsKey || !open.IsMapping) && last > open.Start + 1 => new(
                ReadingCodes.Comma, token, token + 1, $"a comma is missing before {Quoted(Word(text, token))}", "separate what stands between brackets by commas"),
            _ => OfWord(text, token, builder),
        };
    }

    private static Problem? InText(string text, int quote, int at)
    {
        var end = quote + 1;
        while (end < text.Length && text[end] is not ('"' or '\r' or '\n'))
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        if (at <= quote)
        {
            return null;
        }

        if (at <= end && at < text.Length && text[at] == '\t')
        {
            return new(ReadingCodes.NotJson, at, at + 1, "a tab stands within double quotes", "write it as `\\t`");
        }

        if (at > end && end < text.Length && text[end] == '"')
        {
            return new(
                ReadingCodes.Colon, quote, end + 1, $"no colon follows the key {Quoted(text.AsSpan(quote, end + 1 - quote))}", "write a colon and the value after the key");
        }

        return end < text.Length && text[end] == '"'
            ? YamlQuoteProblems.Escape(text, at)
            : new(
                ReadingCodes.UnclosedQuote, quote, quote + 1, "the quotation mark `\"` is not closed on its line", "close it; write a line break within it as `\\n`");
    }

    private static Problem AtEnd(string text, NodeBuilder builder) => builder.Innermost is { Start: >= 0 and var bracket }
        ? new(
            ReadingCodes.Bracket, bracket, bracket + 1,
            $"the bracket `{text[bracket]}` is never closed", $"close it with `{(text[bracket] == '[' ? ']' : '}')}`")
        : Empty(text);

    private static Problem OfWord(string text, int token, NodeBuilder builder)
    {
        var word = Word(text, token);
        var isKey = builder.Innermost is { ExpectsKey: true };
        var isNumber = !isKey && word is [(>= '0' and <= '9') or '+' or '-' or '.', ..];
        return new(
            ReadingCodes.NotJson, token, token + word.Length,
            isKey ? $"the key {Quoted(word)} is not in double quotes"
                : isNumber ? $"{Quoted(word)} is not a number as JSON writes it"
                : $"{Quoted(word)} is neither text in double quotes nor a number, `true`, `false` or `null`",
            isNumber ? "write it like `0.98`, without leading zero or plus sign, or put it in double quotes" : "put it in double quotes");
    }

    private static ReadOnlySpan<char> Word(string text, int token)
    {
        var length = text.AsSpan(token + 1).IndexOfAny(WordEnds);
        return length < 0 ? text.AsSpan(token) : text.AsSpan(token, length + 1);
    }
}
