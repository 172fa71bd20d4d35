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
        ReadingCodes.JsonComment, start, end,
        "JSON has no comments", "remove the comment, or name the file `.yaml` and start the comment with `#`");

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
        var token = SkipBetween(text, last);
        if (token >= text.Length || (at >= text.AsSpan().TrimEnd().Length && text[token] != '"' && builder.Innermost is not null))
        {
            return AtEnd(text, builder);
        }

        if (text[token] == '"' && JsonTextProblems.Explain(text, token, Math.Min(at, text.Length)) is { } inText)
        {
            return inText;
        }

        var commas = text.AsSpan(last, token - last).Count(',');
        var open = builder.Innermost;
        var isFirst = open is not null && last == open.Start + 1;
        if (commas > 1 || (commas > 0 && (isFirst || text[token] is ']' or '}')))
        {
            var comma = text.AsSpan(last, token - last).LastIndexOf(',') + last;
            return new(ReadingCodes.Comma, comma, comma + 1, "there is no value beside this comma", "remove the comma");
        }

        return text[token] switch
        {
            '#' or '/' => Comment(token, new TextLine(text, token).End),
            ']' or '}' => AtBracket(text, token, open),
            '\'' => new(ReadingCodes.NotJson, token, token + 1, "JSON doesn't know single quotes", "use double quotes"),
            _ when commas == 0 && !isFirst && open is not null && (open.ExpectsKey || !open.IsMapping) => new(
                ReadingCodes.Comma, token, token + 1,
                $"a comma is missing before {Quoted(Word(text, token))}", "separate what stands between brackets by commas"),
            _ => OfWord(text, token, open),
        };
    }

    private static int SkipBetween(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n' or ',' or ':')
        {
            at++;
        }

        return at;
    }

    private static Problem AtEnd(string text, NodeBuilder builder) => builder.Innermost is { Start: >= 0 and var bracket }
        ? new(
            ReadingCodes.Bracket, bracket, bracket + 1,
            $"the bracket `{text[bracket]}` is never closed", $"close it with `{(text[bracket] == '[' ? ']' : '}')}`")
        : Empty(text);

    private static Problem AtBracket(string text, int at, OpenNode? open) =>
        open is null ? BracketProblems.ClosesNothing(text, at)
        : text[at] != (open.IsMapping ? '}' : ']') ? BracketProblems.ClosesOther(text, at, open.Start)
        : new(ReadingCodes.NotJson, at, at + 1, "a value is missing before this bracket", "write the value, or `null` if there is none");

    private static Problem OfWord(string text, int token, OpenNode? open)
    {
        var word = Word(text, token);
        var isKey = open is { ExpectsKey: true };
        var isNumber = !isKey && word is [(>= '0' and <= '9') or '+' or '-' or '.', ..];
        var isLiteral = !isKey && (word.Equals("true", StringComparison.OrdinalIgnoreCase) ||
            word.Equals("false", StringComparison.OrdinalIgnoreCase) || word.Equals("null", StringComparison.OrdinalIgnoreCase));
        return new(
            ReadingCodes.NotJson, token, token + word.Length,
            isKey ? $"the key {Quoted(word)} is not in double quotes"
                : isNumber ? $"{Quoted(word)} is not a number as JSON writes it"
                : $"{Quoted(word)} is neither text in double quotes nor a number, `true`, `false` or `null`",
            isNumber ? "write it like `0.98`, without leading zero or plus sign, or put it in double quotes"
                : isLiteral ? "write it in lower case"
                : "put it in double quotes");
    }

    private static ReadOnlySpan<char> Word(string text, int token)
    {
        var length = text.AsSpan(token + 1).IndexOfAny(WordEnds);
        return length < 0 ? text.AsSpan(token)
            : text[token] == '"' && text[token + 1 + length] == '"' ? text.AsSpan(token, length + 2)
            : text.AsSpan(token, length + 1);
    }
}
