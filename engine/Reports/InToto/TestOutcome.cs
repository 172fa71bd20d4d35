using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Reports.InToto;

/// <summary>What came of a rule in the words of in-toto's test result, from best to worst.</summary>
internal enum TestOutcome
{
    /// <summary>It is kept for certain.</summary>
    Passed,

    /// <summary>It is open, in doubt or waived, or broken and only advises.</summary>
    Warned,

    /// <summary>It is broken.</summary>
    Failed,
}

/// <summary>Puts what was judged under the three words.</summary>
internal static class TestOutcomes
{
    /// <summary>The word for a finding whose rule applies.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="options">What counts.</param>
    public static TestOutcome Of(Finding finding, AssessmentOptions options) =>
        finding is { Outcome: RuleOutcome.Pass, Doubt: null } ? TestOutcome.Passed
            : Verdicts.Of(finding, options) == Verdict.NonCompliant ? TestOutcome.Failed
            : TestOutcome.Warned;

    /// <summary>The name of each test with its word, in ordinal order; where two deployments of a file have one name, the worse word.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What counts.</param>
    public static ImmutableSortedDictionary<string, TestOutcome> Of(AttestedFile file, AssessmentOptions options) => file.Judged
        .GroupBy(judged => $"{judged.Assessment.Manifest.Id}/{judged.Use.Use.Id}: {judged.Finding.Rule.QualifiedId}", judged => Of(judged.Finding, options))
        .ToImmutableSortedDictionary(test => test.Key, test => test.Max(), StringComparer.Ordinal);
}
