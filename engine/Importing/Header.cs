namespace PolicyCheck.Importing;

/// <summary>Texts of tables, in which spaces, line breaks and capitals mean nothing.</summary>
internal static class Header
{
    /// <summary>The text with single spaces and none around it.</summary>
    /// <param name="text">The text.</param>
    public static string Normalised(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text as a message quotes it.</summary>
    /// <param name="text">The text.</param>
    public static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)]}…";
}
