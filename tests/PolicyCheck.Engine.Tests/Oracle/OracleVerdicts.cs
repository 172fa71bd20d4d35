using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Oracle;

/// <summary>The table of verdicts, worst first.</summary>
internal static class OracleVerdicts
{
    /// <summary>Whether a rule passes by exceptions and permissions alone, none of which is beyond doubt.</summary>
    public static bool RestsOnDoubt(OracleParts parts, OracleTruths truths, DateOnly day)
    {
        var applying = parts.Reliefs.Zip(truths.Reliefs).Where(pair => pair.Second == true).Select(pair => pair.First).ToList();
        return truths.Outcome == RuleOutcome.Pass && truths.Requirement != true && parts.Rule.Kind != RuleKind.Permission && applying.Count > 0 && applying.TrueForAll(relief => relief.Set is { } other
            ? IsDoubtful(other, other.Rules.Single(permission => permission.QualifiedId == relief.Name), day)
            : IsFromMemory(parts.Set, parts.Rule.Exceptions.Single(exception => exception.Id == relief.Name).Citation));
    }

    public static Verdict Of(IEnumerable<(RuleSet Set, Rule Rule, RuleOutcome Outcome, bool RestsOnDoubt)> outcomes, DateOnly day, AssessmentOptions options)
    {
        var counted = outcomes
            .Where(one => options.AdvisoryCounts || one.Set.Standing is not (Standing.Guidance or Standing.Standard or Standing.Proposal))
            .Select(one => one.Outcome == RuleOutcome.Fail && !options.Strict && IsDoubtful(one.Set, one.Rule, day) ? RuleOutcome.Indeterminate : one.RestsOnDoubt ? RuleOutcome.Indeterminate : one.Outcome)
            .ToHashSet();
        return counted.Contains(RuleOutcome.Fail) ? Verdict.NonCompliant
            : counted.Contains(RuleOutcome.Error) || counted.Contains(RuleOutcome.Indeterminate) ? Verdict.Indeterminate
            : counted.Contains(RuleOutcome.Pass) || counted.Contains(RuleOutcome.Waived) ? Verdict.Compliant
            : Verdict.NotApplicable;
    }

    public static bool IsFromMemory(RuleSet set, Citation citation) => set.Sources.Single(source => source.Id == citation.SourceId).Read == ReadFrom.Recollection;

    public static bool IsDoubtful(RuleSet set, Rule rule, DateOnly day) =>
        IsFromMemory(set, rule.Citation)
        || set.Unresolved.Concat(rule.Unresolved).Any(open => !(day < open.Period.From) && !(day >= open.Period.Until));
}
