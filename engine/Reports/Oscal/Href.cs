using PolicyCheck.Reports.Sarif;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Takes as references only what RFC 3986 has as such.</summary>
internal static class Href
{
    private const string Marks = "-._~:/?#@!$&'()*+,;=%";

    /// <summary>An address of the web, or null where it is none or a strict reader would refuse it.</summary>
    public static string? Web(string? url) =>
        WebAddress.Of(url) is { } address && address.All(letter => char.IsAsciiLetterOrDigit(letter) || Marks.Contains(letter, StringComparison.Ordinal)) && address.Count(letter => letter == '#') < 2 ? address : null;

    /// <summary>A file as the user named it, or null where it is standard input.</summary>
    public static string? File(string path) => path == "-" ? null : RelativeUri.Of(path);
}
