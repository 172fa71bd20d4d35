using System.Text;

namespace PolicyCheck.Cli.Output;

/// <summary>
/// Lays out markup as plain text, breaking lines where Spectre.Console breaks them: between words, between words and spaces, and between styles. Its own layout
/// measures each word many times, which took a tenth of a short check.
/// </summary>
internal static class PlainLines
{
    /// <summary>The lines of markup.</summary>
    /// <param name="markup">Markup of characters that take one column each.</param>
    /// <param name="width">How many columns a line has; at least one.</param>
    public static IEnumerable<string> Of(string markup, int width)
    {
        var line = new StringBuilder();
        foreach (var piece in Pieces(markup))
        {
            for (var rest = piece; rest.Length > 0;)
            {
                var fits = Math.Min(rest.Length, width);
                var isFull = line.Length + fits > width;
                if (isFull)
                {
                    yield return line.ToString();
                    line.Clear();
                }

                // Spaces that no longer fit are what is broken at.
                if (!isFull || !char.IsWhiteSpace(rest[0]))
                {
                    line.Append(rest, 0, fits);
                }

                rest = rest[fits..];
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    // Words, and the spaces between them, neither of which goes on in another style.
    private static IEnumerable<string> Pieces(string markup)
    {
        var piece = new StringBuilder();
        var (style, own) = ("", "");
        for (var i = 0; i < markup.Length; i++)
        {
            var sign = markup[i];
            if (sign == '[' && markup[i + 1] != '[')
            {
                var end = markup.IndexOf(']', i);
                style = markup[i + 1] == '/' ? "" : markup[i..end];
                i = end;
                continue;
            }

            if (piece.Length > 0 && (style != own || char.IsWhiteSpace(sign) != char.IsWhiteSpace(piece[0])))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            own = style;
            piece.Append(sign);
            i += sign is '[' or ']' ? 1 : 0;
        }

        if (piece.Length > 0)
        {
            yield return piece.ToString();
        }
    }
}
