using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Sarif;

/// <summary>How SARIF calls what came of a rule, and how grave it is.</summary>
internal static class ResultKind
{
    /// <summary>The kind: what wasn't decided, and a pass in doubt, are open and never a pass.</summary>
    public static string Of(Finding finding) => finding switch
    {
        { Outcome: RuleOutcome.Fail or RuleOutcome.Waived } => "fail",
        { Outcome: RuleOutcome.Pass, Doubt: null } => "pass",
        { Outcome: RuleOutcome.NotApplicable } => "notApplicable",
        _ => "open",
    };

    /// <summary>The level: that of the rule, one lower where the failure is in doubt, a note where it is waived, and by the standard none for all but failures.</summary>
    public static string LevelOf(Finding finding) => finding switch
    {
        { Outcome: RuleOutcome.Waived } => "note",
        { Outcome: RuleOutcome.Fail } => Level(finding.Rule.Severity, finding.IsAdvisory || finding.Doubt is not null),
        _ => "none",
    };

    /// <summary>The level of a rule: by its severity, one lower where it only advises.</summary>
    public static string LevelOf(RuleSet set, Rule rule) => Level(rule.Severity, set.IsAdvisory);

    private static string Level(Severity severity, bool lowered) => severity switch
    {
        Severity.Critical or Severity.High => lowered ? "warning" : "error",
        Severity.Medium => lowered ? "note" : "warning",
        _ => "note",
    };
}
