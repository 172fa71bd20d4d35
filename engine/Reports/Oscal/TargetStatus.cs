using PolicyCheck.Assessments;
using PolicyCheck.Explanation;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Says in OSCAL's two states, satisfied and not satisfied, whether a rule is kept; what isn't certain isn't satisfied, for another reason than a failure.</summary>
internal static class TargetStatus
{
    /// <summary>The state of a rule that applies.</summary>
    public static string StateOf(Finding finding) => finding is { Outcome: RuleOutcome.Pass, Doubt: null } ? "satisfied" : "not-satisfied";

    /// <summary>The reason of the state.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="options">Whether a failure in doubt counts as one.</param>
    public static string ReasonOf(Finding finding, AssessmentOptions options) => finding switch
    {
        { Outcome: RuleOutcome.Pass, Doubt: null } => "pass",
        { Outcome: RuleOutcome.Waived } => "fail",
        { Outcome: RuleOutcome.Fail } when finding.Doubt is null || options.Strict => "fail",
        _ => "other",
    };

    /// <summary>What keeps the rule from being decided, and whom to ask, as Markdown; empty where nothing does.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="words">What is said of findings.</param>
    public static string RemarksOf(Finding finding, FindingText words) => OscalText.Paragraphs(
        finding.Outcome == RuleOutcome.Indeterminate ? OscalText.Sentence($"this isn't decided: it {words.DependsOn(finding)}") : "",
        finding.Outcome == RuleOutcome.Error ? OscalText.Sentence($"the rule could not be evaluated: {finding.Defect}") : "",
        finding.Doubt is { } doubt ? OscalText.Sentence($"this isn't certain: {doubt}") : "",
        OscalText.List(finding.Missing.Select(fact => ("Find out", $"{fact.Question} (ask {fact.AskWho}, state {fact.Path}){BasisText.Weak([finding], fact)}"))));
}
