using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>Which rules could still change a verdict, and what the others make of it.</summary>
internal static class OpenRules
{
    /// <summary>The findings that count and that answers could change, each with the number of its use.</summary>
    /// <param name="assessment">What is found as things stand.</param>
    /// <param name="options">What counts in the verdict.</param>
    public static IEnumerable<(int Use, Finding Finding)> Of(Assessment assessment, AssessmentOptions options) =>
        from entry in assessment.Uses.Select((use, number) => (use, number))
        from finding in entry.use.Findings
        where Counts(finding, options) && IsOpen(finding)
        select (entry.number, finding);

    /// <summary>The worst that rules come to whatever the answers are.</summary>
    /// <param name="assessment">What is found as things stand.</param>
    /// <param name="options">What counts in the verdict.</param>
    public static Verdict Settled(Assessment assessment, AssessmentOptions options) => Verdicts.Worst(
        from use in assessment.Uses
        from finding in use.Findings
        where Counts(finding, options) && !IsOpen(finding)
        select Verdicts.Of(finding, options));

    /// <summary>What a rule contributes where it is broken; a permission can't be.</summary>
    /// <param name="finding">What is found of it as things stand.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="options">What counts in the verdict.</param>
    public static Verdict WhenBroken(Finding finding, DateOnly asOf, AssessmentOptions options) => finding.Rule.Kind == RuleKind.Permission
        ? Verdict.Compliant
        : Verdicts.Of(finding with { Outcome = RuleOutcome.Fail, Doubt = Doubts.About(finding.RuleSet, finding.Rule, asOf) ?? finding.Unsettled }, options);

    private static bool Counts(Finding finding, AssessmentOptions options) => !finding.IsAdvisory || options.AdvisoryCounts;

    // A rule that is broken stays so, as does one that doesn't speak, and one that speaks and is kept beyond doubt; a rule that is kept
    // although nobody knows whether it speaks may come not to, and one that is kept whatever the answers are may come to be so in doubt.
    private static bool IsOpen(Finding finding) => finding switch
    {
        { Trigger: null } or { Outcome: RuleOutcome.Error or RuleOutcome.NotApplicable or RuleOutcome.Fail or RuleOutcome.Waived } => false,
        { Outcome: RuleOutcome.Pass, Doubt: null, Trigger.Truth: Truth.True, AllCompletionsAgree: false } => false,
        _ => true,
    };
}
