using System.Text;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes a report as one page of HTML, without scripts and with nothing from any other place.</summary>
public static class HtmlReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        Markup page = $"{VerdictSection.Write(report)}{Contents.Write(report)}{ProblemSection.Write(report)}{report.Assessments.Select((assessment, index) => new ManifestSection(report.About(assessment)).Write(assessment, index))}{new TextsSection(report).Write()}";
        output.Write(Encoding.UTF8.GetBytes(PageFrame.Write(report, page).ToString()));
    }
}
