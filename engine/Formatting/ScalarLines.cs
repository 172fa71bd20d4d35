using System.Collections.Immutable;
using PolicyCheck.Reading;

namespace PolicyCheck.Formatting;

/// <summary>The lines of a scalar in block style: those of a literal or folded text as they were, without their indentation.</summary>
internal static class ScalarLines
{
    /// <summary>The lines; the first stands beside the key.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="width">How many columns there are for one line.</param>
    public static ImmutableArray<string> Of(ScalarNode scalar, string text, int width)
    {
        var span = scalar.Location.Span;
        if (IsBlock(scalar, text))
        {
            return Block(scalar, text);
        }

        var isLong = text.AsSpan(span.Start, span.End - span.Start).IndexOfAny('\r', '\n') >= 0 && scalar.Value.Length > width;
        return isLong && scalar.IsPlain ? [">-", .. text[span.Start..span.End].Split('\n').Select(line => line.Trim())] : [OneLine(scalar, inFlow: false)];
    }

    /// <summary>The scalar on one line.</summary>
    public static string OneLine(ScalarNode scalar, bool inFlow) =>
        scalar.IsPlain && !QuotedText.LooksLikeBlock(scalar.Value) && !scalar.Value.Contains('\n', StringComparison.Ordinal) ? scalar.Value : QuotedText.Of(scalar.Value, inFlow);

    /// <summary>A key.</summary>
    public static string Key(ScalarNode key) => key.Value.Length == 0 ? "\"\"" : OneLine(key, inFlow: true);

    /// <summary>Whether a scalar is literal or folded.</summary>
    public static bool IsBlock(ScalarNode scalar, string text) => !scalar.IsPlain && scalar.Location.Span.End > scalar.Location.Span.Start && text[scalar.Location.Span.Start] is '|' or '>';

    private static ImmutableArray<string> Block(ScalarNode scalar, string text)
    {
        var (start, end) = scalar.Location.Span;
        var lines = text[start..LineMap.EndOf(text, end)].Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var header = lines[0].TrimEnd();
        var indicators = header.TakeWhile(letter => letter is not (' ' or '\t')).ToArray();
        var first = lines.Skip(1).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line));
        if (first is null)
        {
            return [QuotedText.Quoted(scalar.Value)];
        }

        var isIndented = indicators.Any(char.IsAsciiDigit);
        var indentation = Spaces(first) - (isIndented ? Spaces(scalar.Value.Split('\n').First(line => !string.IsNullOrWhiteSpace(line))) : 0);
        var trailing = scalar.Value.Length - scalar.Value.TrimEnd('\n').Length;
        if (HasBlanksBelow(text, LineMap.EndOf(text, end), indentation) || lines.Skip(1).Any(line => line.Length > indentation && Spaces(line) < indentation))
        {
            return [QuotedText.Quoted(scalar.Value)];
        }

        var style = new string([.. indicators.Select(letter => char.IsAsciiDigit(letter) ? '2' : letter)]);
        if (trailing == 0 && !indicators.Contains('-'))
        {
            // The file ended without a line break, which ours won't.
            style = style.Replace("+", "", StringComparison.Ordinal) + "-";
        }

        var comment = header[indicators.Length..].Trim();
        return
        [
            comment.Length > 0 ? $"{style}  {comment}" : style,
            .. lines.Skip(1).Select(line => line.Length > indentation ? line[indentation..] : ""),
            .. style.Contains('+', StringComparison.Ordinal) ? Enumerable.Repeat("", Math.Max(0, trailing - 1)) : [],
        ];
    }

    // Lines of blanks after the text belong to it where they are longer than its indentation.
    private static bool HasBlanksBelow(string text, int at, int indentation)
    {
        var length = text.AsSpan(at).IndexOfAnyExcept(" \t\r\n");
        var below = text[at..(length < 0 ? text.Length : LineMap.StartOf(text, at + length) is var start && start > at ? start : at)];
        return below.Split('\n').Any(line => line.TrimEnd('\r').Length > indentation);
    }

    private static int Spaces(string line) => line.Length - line.TrimStart(' ').Length;
}
