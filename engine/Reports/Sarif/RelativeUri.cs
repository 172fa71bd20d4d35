namespace PolicyCheck.Reports.Sarif;

/// <summary>Writes paths as URI references, so that whatever a file is called names the same file.</summary>
internal static class RelativeUri
{
    /// <summary>A path as the user named it: relative paths stay relative, absolute ones become <c>file</c> URIs.</summary>
    /// <param name="path">A path with forward slashes.</param>
    public static string Of(string path)
    {
        var parts = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        var isDrive = parts.Length > 2 && char.IsAsciiLetter(parts[0]) && parts[1] == ':' && parts[2] == '/';
        var escaped = string.Join('/', parts.Split('/').Select(Uri.EscapeDataString));
        return isDrive ? $"file:///{parts[..2]}{escaped[4..]}"
            : parts.StartsWith('/') ? $"file://{escaped}"
            : escaped;
    }
}
