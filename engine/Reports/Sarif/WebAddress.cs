namespace PolicyCheck.Reports.Sarif;

/// <summary>Takes as addresses only those of the web.</summary>
internal static class WebAddress
{
    /// <summary>The address in its canonical form, or null where it is none of the web.</summary>
    public static string? Of(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri.AbsoluteUri : null;
}
