using System.Globalization;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Ci;

/// <summary>Writes a report as logging commands of Azure Pipelines; the exit code, and not a command, says whether the task failed.</summary>
public static class AzureReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        Lines.Write(
            [
                .. report.Diagnostics.Select(diagnostic => Issue(diagnostic.Level == DiagnosticLevel.Error, diagnostic.Location, diagnostic.Code, Line.Of(diagnostic.Message, [("Cure", diagnostic.Cure)]))),
                .. Notice.Of(report).Select(notice => notice.Level == NoticeLevel.Note
                    ? Plain($"notice: {notice.Finding.Location.Path}:{notice.Finding.Location.Start.Line}: {notice.Finding.Rule.QualifiedId}: {FindingMessage.Of(report, notice.Assessment).Harmless(notice.Finding)}")
                    : Issue(notice.Level == NoticeLevel.Error, notice.Finding.Location, notice.Finding.Rule.QualifiedId, Line.Of(FindingMessage.Of(report, notice.Assessment).Lead(notice.Finding), FindingMessage.Details(notice.Finding, notice.UsesToTell)))),
                $"policycheck: {Line.Of(Summary.Of(report))}. {Report.Notice}",
            ],
            output);
    }

    private static string Issue(bool isError, Location place, string code, string message) =>
        $"##vso[task.logissue type={(isError ? "error" : "warning")};sourcepath={Property(place.Path)};linenumber={place.Start.Line.ToString(CultureInfo.InvariantCulture)};columnnumber={place.Start.Column.ToString(CultureInfo.InvariantCulture)};code={Property(code)};]{Data(message)}";

    // The agent looks for commands anywhere in a line, and no text of a user's may be one.
    private static string Plain(string text) => Line.Of(text).Replace("##", "# #", StringComparison.Ordinal);

    // As the agent unescapes them: its own form of the per cent sign first, so that nothing of a user's is unescaped.
    private static string Data(string text) => VisibleText.Of(text).Replace("%", "%AZP25", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
