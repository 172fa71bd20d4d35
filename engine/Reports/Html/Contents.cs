using PolicyCheck.Assessments;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes the list of what is on the page, each manifest with its verdict.</summary>
internal static class Contents
{
    public static Markup Write(Report report) => $"""
        <nav aria-label="Contents">
        <ul>
        {(report.Diagnostics.IsEmpty ? Markup.None : (Markup)$"<li><a href=\"#{ProblemSection.Id}\">{ProblemSection.Title(report)}</a></li>\n")}{report.Assessments.Select(Manifest)}<li><a href="#{TextsSection.Id}">The texts considered</a></li>
        </ul>
        </nav>

        """;

    private static Markup Manifest(Assessment assessment, int index) =>
        $"<li><a href=\"#{ManifestSection.IdOf(index)}\">{assessment.Manifest.Title}</a> {Sign.Of(assessment.Verdict).Badge}</li>\n";
}
