using System.Globalization;
using System.Text;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>Finds characters that could steer a terminal or hide something.</summary>
internal static class Visible
{
    /// <summary>Throws where a text has one; line breaks of Unix are none.</summary>
    public static void In(string text, string what)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != '\n' && IsDangerous(rune))
            {
                throw new BrokenException($"{what} holds U+{rune.Value:X4}");
            }
        }
    }

    private static bool IsDangerous(Rune rune) =>
        Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
