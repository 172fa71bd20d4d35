using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Testing;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Says at each case what comes otherwise than it expects, and which cases show nothing.</summary>
internal static class FailingCases
{
    /// <summary>The problems of a file's cases, each an error.</summary>
    /// <param name="run">What came of them.</param>
    public static IEnumerable<Diagnostic> Of(TestFileRun run) =>
        run.Results.SelectMany(result => result.Mismatches.Select(mismatch => Problem(result, mismatch))).Concat(run.Vacuous);

    private static Diagnostic Problem(CaseResult result, Mismatch mismatch) => Diagnostic.Error(
        TestCodes.Failing,
        mismatch.Location,
        $"`{mismatch.Subject}`: {mismatch.Difference}, as of {IsoDate.Format(result.Case.AsOf)}",
        mismatch.Finding is { } finding
            ? $"read {FindingText.Citation(finding.RuleSet, finding.Rule.Citation)}, and correct the rule ({Place(finding.Rule.Location)}) or the case; `policycheck test` shows what each condition comes to"
            : "read what each rule says, and correct the rules or the case; `policycheck test` shows it");

    private static string Place(Location location) => $"{Path.GetFileName(location.Path)}, line {location.Start.Line}";
}
