namespace PolicyCheck.Text;

/// <summary>Keeps what was written by others from being taken for a command by the build server that reads a log.</summary>
/// <remarks>
/// GitHub's runner obeys a line that begins with two colons, blanks aside, such as one that stops the commands after it, and one with
/// <c>##[</c> anywhere; the agent of Azure Pipelines one with <c>##vso[</c> anywhere. Columns stay.
/// </remarks>
public static class CommandText
{
    private const string Colons = "\u2236\u2236";

    /// <summary>The text with look-alikes in the place of colons at the start of a line, and of the number signs before a bracket.</summary>
    /// <param name="text">The text, of one line or several.</param>
    public static string Defused(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains("::", StringComparison.Ordinal) || text.Contains("##", StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(Line)) : text;
    }

    private static string Line(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        var quiet = line.AsSpan(start).StartsWith("::") ? $"{line[..start]}{Colons}{line[(start + 2)..]}" : line;
        return quiet.Replace("##[", "\uFF03\uFF03[", StringComparison.Ordinal).Replace("##vso[", "\uFF03\uFF03vso[", StringComparison.OrdinalIgnoreCase);
    }
}
