using System.Globalization;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Ci;

/// <summary>Writes a report as a table by RFC 4180, a row for each rule in force where the deployment is, and each use; a row for each problem of a refused file.</summary>
/// <remarks>A cell that a spreadsheet would take for a formula, because it begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c>, of whatever width, is given an apostrophe before it.</remarks>
public static class CsvReport
{
    private static readonly string[] Columns =
    [
        "as_of", "path", "line", "deployment", "use", "rule_set", "rule", "title", "outcome", "advisory", "severity", "confidence", "citation", "message",
        "doubt", "missing", "ask", "remedy", "waiver", "waived_until", "baseline", "baseline_since",
    ];

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var asOf = IsoDate.Format(report.AsOf);
        WriteRow(Columns, output);
        foreach (var assessment in report.Assessments)
        {
            var message = FindingMessage.Of(report, assessment);
            foreach (var (use, finding, _) in Judged.Of(assessment, report.Options))
            {
                WriteRow([IsoDate.Format(assessment.AsOf), assessment.Manifest.Path, Plain(finding.Location.Start.Line), assessment.Manifest.Id, use.Use.Id, .. Cells(finding, message)], output);
            }
        }

        foreach (var problem in report.Diagnostics)
        {
            WriteRow([asOf, problem.Location.Path, Plain(problem.Location.Start.Line), "", "", "", problem.Code, "", "invalid-input", "", "", "", "", problem.Message, "", "", "", problem.Cure, "", "", "", ""], output);
        }
    }

    private static IEnumerable<string> Cells(Finding finding, FindingMessage message) =>
    [
        finding.RuleSet.Id,
        finding.Rule.Id,
        finding.Rule.Title,
        Words.Of(finding.Outcome),
        finding.IsAdvisory ? "yes" : "no",
        Words.Of(finding.Rule.Severity),
        Words.Of(finding.Rule.Confidence),
        FindingText.Citation(finding.RuleSet, finding.Rule.Citation),
        message.Lead(finding),
        finding.Doubt ?? "",
        string.Join("; ", finding.Missing.Select(fact => fact.Path).Concat(finding.MissingParameters.Select(parameter => $"${parameter}"))),
        string.Join("; ", finding.Missing.Select(fact => fact.AskWho).Distinct(StringComparer.Ordinal)),
        finding.Outcome is RuleOutcome.Fail or RuleOutcome.Waived ? finding.Rule.Remedy : "",
        finding.Waiver is { } waiver ? $"{waiver.Id}: {waiver.Reason} ({waiver.Grantor}, {waiver.Authority})" : "",
        finding.Waiver is { } ending ? IsoDate.Format(ending.To) : "",
        finding.Baseline is { } state ? Words.Of(state) : "",
        finding.BaselineSince is { } since ? IsoDate.Format(since) : "",
    ];

    private static void WriteRow(IEnumerable<string> cells, Stream output) => output.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\r\n"));

    private static string Cell(string text)
    {
        var line = Line.Of(text);
        var safe = line.Length > 0 && "=+-@＝＋－＠".Contains(line[0], StringComparison.Ordinal) ? $"'{line}" : line;
        return safe.AsSpan().IndexOfAny(',', '"') < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
