using PolicyCheck.Text;

namespace PolicyCheck.Reports.Sarif;

/// <summary>Writes the plain texts of messages, in which the standard gives braces and links a meaning.</summary>
internal static class Plain
{
    /// <summary>A text in one line that means itself: braces doubled as SARIF wants them, nothing invisible, no link.</summary>
    public static string Of(string text) => VisibleText.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        .Replace("{", "{{", StringComparison.Ordinal)
        .Replace("}", "}}", StringComparison.Ordinal)
        .Replace("](", "] (", StringComparison.Ordinal);

    /// <summary>A text as a sentence with its final period.</summary>
    public static string Sentence(string text)
    {
        var plain = Of(text);
        return plain.Length == 0 ? "" : char.ToUpperInvariant(plain[0]) + plain[1..] + (plain[^1] is '.' or '!' or '?' ? "" : ".");
    }
}
