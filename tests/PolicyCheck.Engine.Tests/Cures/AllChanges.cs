using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Cures;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Tests.Oracle;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Cures;

/// <summary>Tries every change of a deployment, then every two, then every three, each by assessing the deployment anew.</summary>
internal sealed class AllChanges(RuleLibrary library, Assessor assessor, AssessmentOptions options, Assessment before)
{
    public const int MostChanges = 3;

    private const int MostTried = 600;

    private int _tried;

    /// <summary>A smallest cure, or none, with how many ways were tried; null where there are too many to try.</summary>
    public (Cure? Cure, int Tried)? Smallest()
    {
        List<List<Change>> changes = [.. Levers()];
        var ways = Enumerable.Range(1, MostChanges).Sum(size => Ways(changes, size, 0).Take(MostTried + 1).Count());
        if (ways is 0 or > MostTried)
        {
            return null;
        }

        var found = Enumerable.Range(1, MostChanges).SelectMany(size => Ways(changes, size, 0)).FirstOrDefault(Cures);
        return (found is null ? null : new Cure([.. found]), _tried);
    }

    private bool Cures(ImmutableArray<Change>? way)
    {
        _tried++;
        var manifest = new Cure([.. way ?? []]).Apply(before.Manifest, before.AsOf);
        return manifest.Uses.Length > 0 && assessor.Assess(manifest, before.AsOf, options).Verdict == Verdict.Compliant;
    }

    private static IEnumerable<ImmutableArray<Change>?> Ways(List<List<Change>> changes, int size, int from)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i < changes.Count; i++)
        {
            foreach (var way in changes[i].SelectMany(change => Ways(changes, size - 1, i + 1).Select(rest => rest?.Insert(0, change))))
            {
                yield return way;
            }
        }
    }

    private IEnumerable<List<Change>> Levers()
    {
        var manifest = before.Manifest;
        if (manifest.Uses.Length > 1 && !manifest.IsGiven("uses"))
        {
            foreach (var use in manifest.Uses)
            {
                yield return [new(ChangeKind.DroppedUse, use, null, null, null)];
            }
        }

        foreach (var fact in library.Vocabulary.Facts.Where(fact => fact.ChangeBy != ChangeBy.Nothing && fact.Type != FactType.Records && !manifest.IsGiven(fact.Path)))
        {
            foreach (var use in fact.IsOfUse ? manifest.Uses : [null!])
            {
                var stated = (use?.Facts ?? manifest.Facts).FirstOrDefault(one => one.Fact.Path == fact.Path)?.Value;
                yield return [.. Values(fact).Select(value => new Change(ChangeKind.Setting, use, fact, stated, value))];
            }
        }
    }

    // Of all values that the tests of the whole library treat alike one is tried; a day is the one asked about.
    private IEnumerable<Value> Values(FactDeclaration fact)
    {
        var evaluator = new LeafEvaluator(library.Vocabulary, before.AsOf);
        List<Leaf> tests = [.. library.RuleSets
            .SelectMany(set => set.Rules.SelectMany(rule => new[] { rule.When, rule.Demand }.Concat(rule.Exceptions.Select(exception => exception.When))).Concat(set.Reaches.Select(reach => reach.When)))
            .OfType<Condition>()
            .SelectMany(condition => condition.Leaves())
            .Where(leaf => leaf.Fact.Path == fact.Path)];
        return (fact.Type == FactType.Date ? [new DateValue(before.AsOf)] : OracleDomains.Unstated(fact))
            .Select(value => (Value: value, Truths: string.Concat(tests.Select(test => Truth(test, value) switch { PolicyCheck.Values.Truth.True => '1', PolicyCheck.Values.Truth.False => '0', _ => '?' }))))
            .DistinctBy(pair => pair.Truths, StringComparer.Ordinal)
            .Select(pair => pair.Value);

        Truth Truth(Leaf leaf, Value value) => LeafEvaluator.OperandOf(leaf) is { Parameter: not null } operand && evaluator.Resolve(operand) is null
            ? PolicyCheck.Values.Truth.False
            : evaluator.Evaluate(leaf, new KnownFact(value), LeafEvaluator.OperandOf(leaf) is { } known ? evaluator.Resolve(known) : null);
    }
}
