using System.Collections.Immutable;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>How findings make a verdict: the table of the design's section 4.</summary>
public static class Verdicts
{
    /// <summary>The verdict of a use.</summary>
    /// <param name="findings">Its findings.</param>
    /// <param name="options">What counts.</param>
    public static Verdict Of(ImmutableArray<Finding> findings, AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Worst(findings.Select(finding => Of(finding, options)));
    }

    /// <summary>What one finding contributes to the verdict of its use.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="options">What counts.</param>
    public static Verdict Of(Finding finding, AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(options);
        return Of(finding.RuleSet, finding.Outcome, finding.Doubt, options);
    }

    /// <summary>What one rule's outcome contributes to the verdict of its use.</summary>
    /// <param name="set">Its rule set.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="doubt">Why it isn't certain, or null.</param>
    /// <param name="options">What counts.</param>
    internal static Verdict Of(RuleSet set, RuleOutcome outcome, string? doubt, AssessmentOptions options) =>
        set.IsAdvisory && !options.AdvisoryCounts ? Verdict.NotApplicable : Of(outcome, doubt, options.Strict);

    /// <summary>The worst of several verdicts; of none, not applicable.</summary>
    /// <param name="verdicts">The verdicts.</param>
    public static Verdict Worst(IEnumerable<Verdict> verdicts) => verdicts.DefaultIfEmpty(Verdict.NotApplicable).Max();

    private static Verdict Of(RuleOutcome outcome, string? doubt, bool strict) => outcome switch
    {
        RuleOutcome.Fail => strict || doubt is null ? Verdict.NonCompliant : Verdict.Indeterminate,
        RuleOutcome.Error or RuleOutcome.Indeterminate => Verdict.Indeterminate,
        RuleOutcome.Pass when doubt is not null => Verdict.Indeterminate,
        RuleOutcome.Pass or RuleOutcome.Waived => Verdict.Compliant,
        _ => Verdict.NotApplicable,
    };
}
