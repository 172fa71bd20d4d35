using System.Globalization;
using System.Text;

namespace PolicyCheck.Formatting;

/// <summary>Writes a text as a YAML scalar on one line: plain where nobody could take it for something else, else quoted.</summary>
internal static class QuotedText
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "null", "true", "false", "yes", "no", "on", "off", "y", "n" };

    /// <summary>The text plain or in quotes.</summary>
    public static string Of(string value, bool inFlow) => CanBePlain(value, inFlow) ? value : Quoted(value);

    /// <summary>The text in double quotes, or in single quotes where that spares escapes.</summary>
    public static string Quoted(string value) =>
        value.AsSpan().IndexOfAny('"', '\\') >= 0 && !value.Any(MustBeEscaped) ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'" : $"\"{Escaped(value)}\"";

    /// <summary>Whether a text begins like a literal or folded one, which it can only between brackets.</summary>
    public static bool LooksLikeBlock(string value) => value is ['|' or '>', ..];

    // It begins with a letter, so it is no number, day or reserved character.
    private static bool CanBePlain(string value, bool inFlow) =>
        value.Length > 0 && char.IsLetter(value[0]) && !char.IsWhiteSpace(value[^1]) && !Words.Contains(value) && !value.Any(MustBeEscaped)
        && !value.Contains(": ", StringComparison.Ordinal) && value[^1] != ':' && !value.Contains(" #", StringComparison.Ordinal)
        && (!inFlow || value.AsSpan().IndexOfAny(",[]{}") < 0);

    private static bool MustBeEscaped(char letter) => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                > 0xFFFF => text.Append(rune.ToString()),
                var other when MustBeEscaped((char)other) => text.Append(CultureInfo.InvariantCulture, $"\\u{other:x4}"),
                _ => text.Append(rune.ToString()),
            };
        }

        return text.ToString();
    }
}
