using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Cures;
using PolicyCheck.Facts;

namespace PolicyCheck.Explanation;

/// <summary>Says in words what would make a deployment compliant, or why nothing would.</summary>
/// <param name="asOf">The day asked about.</param>
public sealed class CureText(DateOnly asOf)
{
    // Of more rules only the number is said.
    private const int MostNamed = 3;

    private readonly ConditionText _conditions = new(asOf);

    /// <summary>A change, as <c>accuracy.threshold from 95 % to 99 %</c>.</summary>
    /// <param name="change">The change.</param>
    public static string Change(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change is not { Fact: { } fact, To: { } to } ? $"{change.Use?.Id}: give up this use"
            : (change.Use is { } use ? $"{use.Id}: " : "") + (change.IsEvidence ? $"{fact.Path}, which stays {ValueText.Write(to, fact)}, to be shown by newer or better evidence"
                : change.From is { } from ? $"{fact.Path} from {ValueText.Write(from, fact)} to {ValueText.Write(to, fact)}"
                : $"{fact.Path}, which isn't stated, to {ValueText.Write(to, fact)}");
    }

    /// <summary>The rules that call for a change, each with the place in its text.</summary>
    /// <param name="findings">The findings about them.</param>
    public static string For(ImmutableArray<Finding> findings) =>
        Named([.. findings.Select(finding => $"{finding.Rule.QualifiedId} ({FindingText.Citation(finding.RuleSet, finding.Rule.Citation)})")], "rule");

    /// <summary>What a change takes, in a word.</summary>
    /// <param name="kind">The kind of change.</param>
    public static string Kind(ChangeKind kind) => kind switch { ChangeKind.Setting => "setting", ChangeKind.Document => "document", _ => "use" };

    /// <summary>Why no change makes a deployment compliant: what is given first, and what is open in one sentence.</summary>
    /// <param name="obstacles">The rules that no change keeps.</param>
    public ImmutableArray<string> Obstacles(ImmutableArray<Obstacle> obstacles)
    {
        ImmutableArray<string> told =
        [
            .. obstacles.Where(obstacle => obstacle.Kind is not (ObstacleKind.Unknown or ObstacleKind.Together))
                .OrderBy(obstacle => obstacle.Kind)
                .Select(obstacle => $"{obstacle.Finding.Rule.QualifiedId} ({FindingText.Citation(obstacle.Finding.RuleSet, obstacle.Finding.Rule.Citation)}) {Obstacle(obstacle)}")
                .Distinct(StringComparer.Ordinal),
        ];
        return [.. told, .. Several(ObstacleKind.Together, "can't be kept together"), .. Several(ObstacleKind.Unknown, "what isn't known")];

        ImmutableArray<string> Several(ObstacleKind kind, string what)
        {
            var meant = obstacles.Where(obstacle => obstacle.Kind == kind).ToList();
            ImmutableArray<string> rules = [.. meant.Select(obstacle => obstacle.Finding.Rule.QualifiedId).Distinct(StringComparer.Ordinal)];
            return rules.IsEmpty ? []
                : kind == ObstacleKind.Together ? [$"{Named(rules, "rule")} {what}, although each could be kept by itself"]
                : [$"{Named(rules, "rule")} {(rules.Length == 1 ? "hangs" : "hang")} on {what} and no change makes known: {Named([.. meant.SelectMany(obstacle => obstacle.Facts).Select(fact => fact.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], "fact")}; `policycheck ask` asks for it"];
        }
    }

    /// <summary>Why no change keeps a rule, as a phrase that follows its name.</summary>
    /// <param name="obstacle">The rule.</param>
    public string Obstacle(Obstacle obstacle)
    {
        ArgumentNullException.ThrowIfNull(obstacle);
        ImmutableArray<string> facts = [.. obstacle.Facts.Select(fact => fact.Path)];
        return obstacle.Kind switch
        {
            ObstacleKind.Given => facts.IsEmpty ? "hangs on nothing that can be changed" : $"hangs on given facts alone: {FindingText.Listed(facts)}",
            ObstacleKind.Unknown => $"hangs on what isn't known and no change makes known: {FindingText.Listed(facts)}",
            ObstacleKind.UnsetParameter => $"hangs on {FindingText.Listed([.. obstacle.Finding.MissingParameters])}, which has no value on {Binding.IsoDate.Format(asOf)}",
            ObstacleKind.NotComputable => $"is not computable: nobody can make up results, and it hangs on whether {Named([.. obstacle.Tests.Select(test => _conditions.Leaf(test, negated: false)).Distinct(StringComparer.Ordinal)], "test")}",
            ObstacleKind.Together => "could be kept by itself, and not together with the others",
            _ => $"could not be evaluated: {obstacle.Finding.Defect}",
        };
    }

    private static string Named(ImmutableArray<string> names, string noun) => FindingText.Listed(names.Length > MostNamed + 1 ? [.. names.Take(MostNamed), $"{names.Length - MostNamed} more {noun}s"] : names);
}
