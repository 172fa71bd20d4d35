using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Ci;

/// <summary>Writes a report in the Test Anything Protocol, version 14: a test for each rule in force where the deployment is, and each use.</summary>
/// <remarks>What is open isn't ok, as it fails a check; what doesn't apply, is waived, is known to the baseline or only advises is skipped; a file that was refused isn't ok.</remarks>
public static class TapReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        List<(string Name, Func<int, IEnumerable<string>> Lines)> tests =
        [
            .. from assessment in report.Assessments
               let message = FindingMessage.Of(report, assessment)
               from judged in Judged.Of(assessment, report.Options)
               let name = $"{assessment.Manifest.Path}: {assessment.Manifest.Id}/{judged.Use.Use.Id}: {judged.Finding.Rule.QualifiedId}"
               select (name, (Func<int, IEnumerable<string>>)(number => Test(number, name, judged, message))),
            .. report.Diagnostics.Where(diagnostic => diagnostic.Level == DiagnosticLevel.Error)
                .Select(diagnostic => ($"{diagnostic.Location.Path}:{diagnostic.Location.Start.Line}", Diagnostic: diagnostic))
                .Select(one => (one.Item1, (Func<int, IEnumerable<string>>)(number => Test(number, one.Item1, one.Diagnostic)))),
        ];
        Lines.Write(["TAP version 14", tests.Count == 0 ? "1..0 # SKIP nothing was judged" : $"1..{tests.Count}", .. tests.SelectMany((test, index) => test.Lines(index + 1)), $"# {Shown(Summary.Of(report))}"], output);
    }

    private static IEnumerable<string> Test(int number, string name, Judged judged, FindingMessage message) => (judged.Result, judged.Finding) switch
    {
        (TestResult.Skipped, var finding) => [$"ok {number} - {Shown(name)} # SKIP {Shown(message.Harmless(finding))}"],
        (TestResult.Pass, _) => [$"ok {number} - {Shown(name)}"],
        (_, var finding) =>
        [
            $"not ok {number} - {Shown(name)}",
            "  ---",
            $"  outcome: {Words.Of(finding.Outcome)}",
            $"  severity: {Words.Of(finding.Rule.Severity)}",
            $"  message: {Quoted(message.Lead(finding))}",
            .. FindingMessage.Details(finding, []).Select(detail => $"  {Quoted(detail.Label)}: {Quoted(detail.Text)}"),
            $"  line: {finding.Location.Start.Line}",
            "  ...",
        ],
    };

    private static IEnumerable<string> Test(int number, string name, Diagnostic problem) =>
    [
        $"not ok {number} - {Shown(name)}",
        "  ---",
        $"  code: {problem.Code}",
        $"  message: {Quoted(problem.Message)}",
        $"  cure: {Quoted(problem.Cure)}",
        "  ...",
    ];

    // A number sign begins a directive such as SKIP, which no name may be taken for.
    private static string Shown(string text) => Line.Of(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal);

    private static string Quoted(string text) => $"\"{Line.Of(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
