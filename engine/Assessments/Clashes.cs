using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>Finds rules that pull a use in two ways without one overriding the other: a conflict to show, never to settle silently.</summary>
internal sealed class Clashes(Vocabulary vocabulary, FrozenDictionary<string, Lazy<RuleProgram>> programs, KnownFacts facts, DateOnly asOf)
{
    /// <summary>Tells each failure which permissions allow it and which other rules can't be kept together with its own.</summary>
    /// <param name="findings">The findings about one use.</param>
    public ImmutableArray<Finding> Mark(ImmutableArray<Finding> findings)
    {
        var permissions = findings.Where(finding => finding.Rule.Kind == RuleKind.Permission && finding.Outcome == RuleOutcome.Pass).Select(finding => finding.Rule);
        var requirements = findings.Where(finding => finding.Rule.Kind == RuleKind.Requirement && finding.Trigger?.Truth == Truth.True);
        var prohibitions = findings.Where(finding => finding is { Rule.Kind: RuleKind.Prohibition, Trigger: not null });
        var marked = ImmutableArray.CreateBuilder<Finding>(findings.Length);
        foreach (var finding in findings)
        {
            marked.Add(finding.Outcome == RuleOutcome.Fail ? Mark(finding) : finding);
        }

        return marked.MoveToImmutable();

        Finding Mark(Finding finding) => finding with { FindClashes = () => Of(finding) };

        ImmutableArray<Clash> Of(Finding finding) => finding.Rule.Kind == RuleKind.Prohibition
            ? [.. permissions.Select(permission => new Clash(permission, CanBothBeKept: true)), .. requirements.Select(other => Between(other, finding, other.Rule)).OfType<Clash>()]
            : [.. prohibitions.Select(other => Between(finding, other, other.Rule)).OfType<Clash>()];
    }

    // Rules that read nothing in common can't be at odds.
    private Clash? Between(Finding requirement, Finding prohibition, Rule other)
    {
        var demanded = requirement.Rule.Demand.Leaves().Select(leaf => leaf.Fact.Path).ToHashSet(StringComparer.Ordinal);
        if (!new[] { prohibition.Rule.When, prohibition.Rule.Demand }.Any(condition => condition is not null && condition.Leaves().Any(leaf => demanded.Contains(leaf.Fact.Path))))
        {
            return null;
        }

        return !Compatibility.CanKeepBoth(programs[requirement.Rule.QualifiedId].Value, programs[prohibition.Rule.QualifiedId].Value, facts, vocabulary, asOf) ? new(other, CanBothBeKept: false)
            : IsKeptByWhatIsProhibited(requirement, prohibition) ? new(other, CanBothBeKept: true)
            : null;
    }

    private static bool IsKeptByWhatIsProhibited(Finding requirement, Finding prohibition) =>
        prohibition is { Outcome: RuleOutcome.Fail, Trigger: { } broken }
        && requirement.Requirement is { Truth: Truth.True } kept
        && Facts(kept).Intersect(Facts(broken), StringComparer.Ordinal).Any();

    private static IEnumerable<string> Facts(Trace trace) => trace.Decisive().Select(part => part.Condition).OfType<Leaf>().Select(leaf => leaf.Fact.Path);
}
