namespace PolicyCheck.Reading;

/// <summary>Tells JSON from YAML.</summary>
internal static class DocumentFormat
{
    /// <summary>Whether a text is to be read as JSON: by its file name, else by how it begins.</summary>
    public static bool IsJson(string path, ReadOnlySpan<char> text)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        text = text.TrimStart(" \t\r\n");
        return text is ['{', ..] && text[1..].TrimStart(" \t\r\n") is ['"' or '}', ..];
    }
}
