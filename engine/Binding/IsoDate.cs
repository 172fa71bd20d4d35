using System.Globalization;

namespace PolicyCheck.Binding;

/// <summary>Calendar days as ISO 8601 writes them, <c>yyyy-MM-dd</c>; nothing else is a day.</summary>
public static class IsoDate
{
    private static readonly string[] Guesses =
        ["yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy"];

    /// <summary>Parses a day.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The day.</param>
    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Writes a day.</summary>
    /// <param name="date">The day.</param>
    public static string Format(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How to write what was probably meant.</summary>
    /// <param name="text">What was written.</param>
    public static string Cure(string text) =>
        DateOnly.TryParseExact(text, Guesses, CultureInfo.InvariantCulture, DateTimeStyles.None, out var meant)
            ? $"did you mean `{Format(meant)}`?"
            : "write year, month and day of a real day, such as `2020-06-10`";
}
