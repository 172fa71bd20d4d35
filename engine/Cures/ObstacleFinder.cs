using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Cures;

/// <summary>Finds out why nothing cures a deployment.</summary>
/// <param name="before">The assessment of the deployment as it is.</param>
/// <param name="space">The changes that were weighed.</param>
/// <param name="rules">The rules that they were weighed by.</param>
internal sealed class ObstacleFinder(Assessment before, CureSpace space, ImmutableArray<Speaking> rules)
{
    /// <summary>The rules that no change keeps; where each could be kept by itself, all that are broken or open now.</summary>
    public ImmutableArray<Obstacle> Find()
    {
        var alone = rules.Where(rule => CureSpace.IsNever(space.Kept(rule))).Select(Alone).ToImmutableArray();
        return !alone.IsEmpty ? alone : [.. rules.Where(rule => FindingOf(rule).Outcome is RuleOutcome.Fail or RuleOutcome.Indeterminate).Select(rule => Make(rule, ObstacleKind.Together, []))];
    }

    private Obstacle Alone(Speaking rule)
    {
        var finding = FindingOf(rule);
        if (finding.Outcome == RuleOutcome.Error)
        {
            return Make(rule, ObstacleKind.Defect, []);
        }

        // Where results, or a text, would do, what must be shown is said; else what isn't known, and else what is given.
        ImmutableArray<Leaf> tests = [.. Leaves(rule).Where(CantBeMadeUp).Distinct()];
        if (!tests.IsEmpty && space.MayBeKept(rule, CantBeMadeUp))
        {
            return Make(rule, ObstacleKind.NotComputable, tests);
        }

        return !space.MayBeKept(rule) ? Make(rule, ObstacleKind.Given, [])
            : finding.MissingParameters.IsEmpty ? Make(rule, ObstacleKind.Unknown, [])
            : Make(rule, ObstacleKind.UnsetParameter, []);
    }

    private static bool CantBeMadeUp(Leaf leaf) => leaf.Fact is { Type: FactType.Records, ChangeBy: not ChangeBy.Nothing };

    private Obstacle Make(Speaking rule, ObstacleKind kind, ImmutableArray<Leaf> tests)
    {
        var finding = FindingOf(rule);
        var facts = kind == ObstacleKind.Unknown ? finding.Missing : [.. finding.Facts.Select(stated => stated.Fact)];
        var changeable = space.Dials.Where(dial => dial.Lever.Use is null || dial.Lever.Use == rule.Use).Select(dial => dial.Lever.Fact?.Path).ToHashSet(StringComparer.Ordinal);
        return new(
            before.Manifest.Uses[rule.Use],
            finding,
            kind,
            [.. facts.Where(fact => !changeable.Contains(fact.Path)).DistinctBy(fact => fact.Path).OrderBy(fact => fact.Path, StringComparer.Ordinal)],
            tests);
    }

    private Finding FindingOf(Speaking rule) => before.Uses[rule.Use].Findings.Single(finding => finding.Rule.QualifiedId == rule.Program.Rule.QualifiedId);

    private IEnumerable<Leaf> Leaves(Speaking rule) => new[] { rule.Program.Trigger, rule.Program.Requirement }.OfType<Condition>()
        .Concat(rule.Program.Reliefs.Where(relief => relief.IsInForce(before.AsOf)).Select(relief => relief.Condition))
        .SelectMany(condition => condition.Leaves());
}
