namespace PolicyCheck.Reports.Html;

/// <summary>Writes sentences and lists of words.</summary>
internal static class Prose
{
    /// <summary>A sentence with what stands in backticks as code.</summary>
    public static Markup Of(string sentence)
    {
        var parts = sentence.Split('`');
        return parts.Length % 2 == 0 ? (Markup)$"{sentence}" : (Markup)$"{parts.Select((part, index) => index % 2 == 0 ? (Markup)$"{part}" : (Markup)$"<code>{part}</code>")}";
    }

    /// <summary>The sentence with a capital and a full stop.</summary>
    public static string Whole(string sentence) => sentence.Length == 0 ? "" : $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";

    /// <summary>The sentence with a full stop, as it begins, which may be with a name.</summary>
    public static string Ended(string sentence) => $"{sentence.TrimEnd('.')}.";

    /// <summary>Several pieces in a row, with commas.</summary>
    public static Markup Row(IEnumerable<Markup> pieces) => $"{pieces.Select((piece, index) => index == 0 ? piece : (Markup)$", {piece}")}";
}
