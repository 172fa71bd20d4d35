using System.Buffers;
using System.Globalization;

namespace PolicyCheck.Reading;

/// <summary>Finds the characters that no document may hold unescaped: those that nobody can see.</summary>
internal static class TextInspector
{
    private const char Replacement = '\uFFFD';
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Range('\0', '\u009F').Concat(Range('\u2028', '\u2069')).Where(c => IsBidirectional(c) || IsForbidden(c)),
            .. Range('\uD800', '\uDFFF'), '\uFEFF', '\uFFFE', '\uFFFF']);

    /// <summary>Reports them, and gives a text of the same length without them so that reading can go on.</summary>
    public static string Inspect(string text, bool isJson, ProblemList problems)
    {
        var at = text.AsSpan().IndexOfAny(Suspects);
        return at < 0 ? text : Clean(text, at, isJson ? ' ' : '\n', problems);
    }

    private static string Clean(string text, int at, char lineBreak, ProblemList problems)
    {
        char[]? cleaned = null;
        while (at < text.Length)
        {
            var c = text[at];
            var end = at + 1;
            if (char.IsHighSurrogate(c) && end < text.Length && char.IsLowSurrogate(text[end]))
            {
                end++;
            }
            else
            {
                while (end < text.Length && text[end] == c)
                {
                    end++;
                }

                problems.Add(problems.IsFull ? default : Explain(c, at, end));
                cleaned ??= text.ToCharArray();
                cleaned.AsSpan(at..end).Fill(c is '\u2028' or '\u2029' ? lineBreak : c is < ' ' or '\u0085' ? ' ' : Replacement);
            }

            var next = text.AsSpan(end).IndexOfAny(Suspects);
            at = next < 0 ? text.Length : end + next;
        }

        return cleaned is null ? text : new(cleaned);
    }

    private static Problem Explain(char c, int start, int end)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"`U+{(int)c:X4}`");
        return IsBidirectional(c)
            ? new(
                ReadingCodes.BidirectionalOverride, start, end,
                $"the invisible character {name} changes the direction of the text after it, so that it can look like something else",
                "remove it; right-to-left words are shown rightly without it")
            : new(ReadingCodes.ForbiddenCharacter, start, end, $"{Kind(c)} {name} stands in the text", Cure(c));
    }

    private static string Kind(char c) => c switch
    {
        _ when IsLineBreak(c) => "the unusual line break",
        '\uFEFF' => "the invisible byte order mark",
        '\uFFFE' or '\uFFFF' => "the non-character",
        _ when char.IsSurrogate(c) => "half of the surrogate pair",
        _ => "the control character",
    };

    private static string Cure(char c) => c switch
    {
        _ when IsLineBreak(c) => "replace it by an ordinary line break, or by an escape such as `\\u2028` in double quotes",
        '\uFEFF' => "remove it; files joined end to end often have one in the middle",
        _ => "remove it, or write it as an escape in double quotes if it is meant",
    };

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    private static bool IsLineBreak(char c) => c is '\u0085' or '\u2028' or '\u2029';

    private static bool IsBidirectional(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsForbidden(char c) => c is
        (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\u007F' and <= '\u009F') or
        '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
