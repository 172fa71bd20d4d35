using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>Finds rules that pull a use in two ways without one overriding the other: a conflict to show, never to settle silently.</summary>
internal sealed class Clashes(Vocabulary vocabulary, FrozenDictionary<string, Lazy<RuleProgram>> programs, ImmutableArray<Value?> values, DateOnly asOf)
{
    /// <summary>Tells each failure which permissions allow it and which other rules can't be kept together with its own.</summary>
    /// <param name="findings">The findings about one use.</param>
    public ImmutableArray<Finding> Mark(ImmutableArray<Finding> findings)
    {
        var permissions = findings.Where(finding => finding.Rule.Kind == RuleKind.Permission && finding.Outcome == RuleOutcome.Pass).Select(finding => finding.Rule).ToList();
        var requirements = findings.Where(finding => finding.Rule.Kind == RuleKind.Requirement && finding.Trigger?.Truth == Truth.True).ToList();
        var prohibitions = findings.Where(finding => finding is { Rule.Kind: RuleKind.Prohibition, Trigger: not null }).ToList();
        return [.. findings.Select(finding => finding.Outcome == RuleOutcome.Fail && Of(finding) is { IsEmpty: false } clashes ? finding with { Clashes = clashes } : finding)];

        ImmutableArray<Rule> Of(Finding finding) => finding.Rule.Kind == RuleKind.Prohibition
            ? [.. permissions, .. requirements.Where(other => AreAtOdds(other, finding)).Select(other => other.Rule)]
            : [.. prohibitions.Where(other => AreAtOdds(finding, other)).Select(other => other.Rule)];
    }

    // Rules that read nothing in common can't be at odds.
    private bool AreAtOdds(Finding requirement, Finding prohibition)
    {
        var demanded = requirement.Rule.Demand.Leaves().Select(leaf => leaf.Fact.Path).ToHashSet(StringComparer.Ordinal);
        return new[] { prohibition.Rule.When, prohibition.Rule.Demand }.Any(condition => condition is not null && condition.Leaves().Any(leaf => demanded.Contains(leaf.Fact.Path)))
            && !Compatibility.CanKeepBoth(programs[requirement.Rule.QualifiedId].Value, programs[prohibition.Rule.QualifiedId].Value, values, vocabulary, asOf);
    }
}
