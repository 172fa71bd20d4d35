using System.Globalization;
using PolicyCheck.Explanation;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Ci;

/// <summary>Writes a report as GitHub's workflow commands, which become annotations on the lines of a pull request.</summary>
/// <remarks>GitHub shows ten annotations of each kind and step, so no more are written, the gravest first; the last line says how many there are.</remarks>
public static class GitHubReport
{
    private const int MostOfAKind = 10;

    private static readonly string[] Kinds = ["error", "warning", "notice"];

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var problems = report.Diagnostics.Select(diagnostic => (
            Kind: diagnostic.Level == DiagnosticLevel.Error ? "error" : "warning",
            Command: Command(diagnostic.Level == DiagnosticLevel.Error ? "error" : "warning", diagnostic.Location, diagnostic.Code, Line.Of(diagnostic.Message, [("Cure", diagnostic.Cure)]))));
        var notices = Notice.Of(report).Select(notice => (
            Kind: Kind(notice.Level),
            Command: Command(Kind(notice.Level), notice.Finding.Location, notice.Finding.Rule.QualifiedId, Line.Of(FindingMessage.Of(report, notice.Assessment).Lead(notice.Finding), FindingMessage.Details(notice.Finding, notice.UsesToTell)))));
        var all = problems.Concat(notices).GroupBy(one => one.Kind).OrderBy(group => Array.IndexOf(Kinds, group.Key)).ToList();
        var left = all.Where(group => group.Count() > MostOfAKind).Select(group => $"{group.Count() - MostOfAKind} more of kind {group.Key}").ToList();
        Lines.Write(
            [
                .. all.SelectMany(group => group.Take(MostOfAKind)).Select(one => one.Command),
                .. left.Count == 0 ? [] : new[] { $"GitHub shows ten annotations of a kind; {FindingText.Listed(left)} are in the other reports of this run" },
                $"policycheck: {Line.Of(Summary.Of(report))}. {Report.Notice}",
            ],
            output);
    }

    private static string Kind(NoticeLevel level) => level switch
    {
        NoticeLevel.Error => "error",
        NoticeLevel.Warning => "warning",
        _ => "notice",
    };

    // Columns are taken only for a place within one line.
    private static string Command(string kind, Location place, string title, string message)
    {
        var (start, end) = (place.Start, place.End);
        var columns = start.Line == end.Line ? $",col={Plain(start.Column)},endColumn={Plain(Math.Max(start.Column, end.Column))}" : "";
        return $"::{kind} file={Property(place.Path)},line={Plain(start.Line)},endLine={Plain(end.Line)}{columns},title={Property(title)}::{Data(message)}";
    }

    private static string Data(string text) => VisibleText.Of(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
