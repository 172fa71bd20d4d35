namespace PolicyCheck.Importing;

/// <summary>Compares texts of tables, in which spaces, line breaks and capitals mean nothing.</summary>
internal static class Header
{
    /// <summary>The text with single spaces and none around it.</summary>
    /// <param name="text">The text.</param>
    public static string Normalised(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether two texts are the same.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    public static bool AreSame(string first, string second) => string.Equals(Normalised(first), Normalised(second), StringComparison.OrdinalIgnoreCase);
}
