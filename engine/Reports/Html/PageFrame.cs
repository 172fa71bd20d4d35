using PolicyCheck.Binding;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes what is around the report: the head with the style, and the foot. The page is HTML and XML at once, and asks nothing of any other place.</summary>
internal static class PageFrame
{
    private static readonly Lazy<Markup> Style = new(ReadStyle);

    public static Markup Write(Report report, Markup page) => Write(Title(report), "Skip to the verdict", report.AsOf, page);

    /// <summary>A page of another kind.</summary>
    /// <param name="title">What the page is called.</param>
    /// <param name="skip">What the link at its beginning says, which leads past the head.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="page">What stands on it.</param>
    public static Markup Write(string title, string skip, DateOnly asOf, Markup page) => $"""
        <!DOCTYPE html>
        <html lang="en" xml:lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />
        <title>{title}</title>
        <style>
        {Style.Value}</style>
        </head>
        <body>
        <a class="skip" href="#report">{skip}</a>
        <header>
        <p><strong>PolicyCheck</strong> report on facial recognition</p>
        </header>
        <main id="report">
        {page}</main>
        <footer>
        <p><strong>{Report.Notice}</strong> It says what the rule sets say of what the manifests state; whether the manifests are true, nobody has checked here.</p>
        <p>Made by PolicyCheck {Report.EngineVersion} for <time datetime="{IsoDate.Format(asOf)}">{IsoDate.Format(asOf)}</time>; the same files give the same page.</p>
        </footer>
        </body>
        </html>

        """;

    private static string Title(Report report) =>
        $"{Prose.Whole(Sign.Of(report.Verdict).Word).TrimEnd('.')} as of {IsoDate.Format(report.AsOf)}{(report.Assessments is [var only] ? $": {only.Manifest.Title}" : "")} · PolicyCheck";

    private static Markup ReadStyle()
    {
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream("reports/report.css")
            ?? throw new InvalidOperationException("the style of the page is missing from the assembly");
        using var reader = new StreamReader(stream);
        Markup style = $"";
        style.AppendLiteral(reader.ReadToEnd());
        return style;
    }
}
