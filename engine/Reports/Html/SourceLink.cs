using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes a source's title as a link to it, where its address is one of the web.</summary>
internal static class SourceLink
{
    public static Markup To(Source source) => IsWeb(source.Url)
        ? (Markup)$"<a class=\"source\" href=\"{source.Url ?? ""}\" rel=\"noreferrer\">{source.Title}</a>"
        : (Markup)$"{source.Title}";

    private static bool IsWeb(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
