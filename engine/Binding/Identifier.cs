namespace PolicyCheck.Binding;

/// <summary>The form of identifiers: lower-case ASCII letters and digits in groups joined by single hyphens.</summary>
public static class Identifier
{
    /// <summary>Whether a text is an identifier of at most 100 characters.</summary>
    /// <param name="text">The text.</param>
    public static bool IsKebabCase(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > 100 || text[0] == '-' || text[^1] == '-')
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && !(text[i] == '-' && text[i - 1] != '-'))
            {
                return false;
            }
        }

        return true;
    }
}
