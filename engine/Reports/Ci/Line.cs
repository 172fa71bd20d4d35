using PolicyCheck.Text;

namespace PolicyCheck.Reports.Ci;

/// <summary>Texts of others in one line.</summary>
internal static class Line
{
    /// <summary>The text with white space made single and every invisible character shown.</summary>
    public static string Of(string text) => VisibleText.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Details as sentences in one line.</summary>
    public static string Of(string lead, IEnumerable<(string Label, string Text)> details) =>
        string.Join(' ', details.Select(detail => Sentence($"{detail.Label}: {detail.Text}")).Prepend(Sentence(lead)));

    private static string Sentence(string text)
    {
        var line = Of(text);
        return line.Length == 0 ? "" : char.ToUpperInvariant(line[0]) + line[1..] + (line[^1] is '.' or '!' or '?' ? "" : ".");
    }
}
