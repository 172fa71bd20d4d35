using System.Globalization;
using System.Text;

namespace PolicyCheck.Text;

/// <summary>Shows a user's text so that nothing in it is invisible or can steer a terminal.</summary>
public static class VisibleText
{
    private const char Replacement = '\uFFFD';
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';

    /// <summary>The text with every invisible character shown by one visible one, in backticks, cut after sixty.</summary>
    /// <param name="text">The text.</param>
    public static string Quoted(ReadOnlySpan<char> text)
    {
        const int longest = 60;
        return text.Length <= longest ? $"`{Of(text)}`" : $"`{Of(text[..longest])}…`";
    }

    /// <summary>The text with every invisible character shown by one visible one, so that columns stay.</summary>
    /// <param name="text">The text.</param>
    public static string Of(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var isInvisible = Rune.GetUnicodeCategory(new Rune(text[i], text[i + 1])) == UnicodeCategory.Format;
                shown.Append(isInvisible ? Replacement : text[i]).Append(isInvisible ? Replacement : text[i + 1]);
                i++;
            }
            else
            {
                shown.Append(Shown(text[i]));
            }
        }

        return shown.ToString();
    }

    private static char Shown(char c) => c switch
    {
        '\t' => ' ',
        < ' ' => (char)(ControlPictures + c),
        '\u007F' => DeletePicture,
        >= '\u0080' and <= '\u009F' => Replacement,
        '\u180E' or '\u2028' or '\u2029' or (>= '\u2060' and <= '\u206F') or '\uFFFE' or '\uFFFF' => Replacement,
        _ when char.GetUnicodeCategory(c) == UnicodeCategory.Format => Replacement,
        _ when char.IsSurrogate(c) => Replacement,
        _ => c,
    };
}
