using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

/// <summary>Tries every completion of the unknown facts of an undecided rule.</summary>
internal sealed class BruteForce(OracleRules rules, DateOnly day)
{
    private const int MostCompletions = 20_000;

    private readonly Dictionary<(Leaf Leaf, Value? Stated), bool?[]> _columns = new(SameObjects.Comparer);

    /// <summary>What the completions come to; null where there are too many, or where tests can't be told to depend on each other.</summary>
    public Completion? Try(OracleParts parts, Dictionary<string, Statement> stated)
    {
        var unknowns = Leaves(parts)
            .Distinct(ReferenceEqualityComparer.Instance).Cast<Leaf>()
            .Where(leaf => rules.Tests.Of(leaf, stated.GetValueOrDefault(leaf.Fact.Path)) is null)
            .GroupBy(leaf => (leaf.Fact.Path, Kind: KindOf(leaf), Parameter: rules.Tests.LacksParameter(leaf) ? OracleTests.OperandOf(leaf)!.Parameter : null))
            .Select(group => Unknown(group.Key.Parameter, [.. group], group.Key.Kind, stated.GetValueOrDefault(group.Key.Path)?.Counted))
            .ToList();
        if (unknowns.Contains(null) || unknowns.Aggregate(1.0, (product, unknown) => product * unknown!.Answers.Length) > MostCompletions)
        {
            return null;
        }

        return Enumerate(parts, stated, [.. unknowns.OfType<UnknownFact>()]);
    }

    private Completion Enumerate(OracleParts parts, Dictionary<string, Statement> stated, ImmutableArray<UnknownFact> unknowns)
    {
        var outcomes = new RuleOutcome[unknowns.Aggregate(1, (product, unknown) => product * unknown.Answers.Length)];
        var assigned = new Dictionary<Leaf, bool>(ReferenceEqualityComparer.Instance);
        var restsOnDoubt = false;
        for (var index = 0; index < outcomes.Length; index++)
        {
            var rest = index;
            foreach (var unknown in unknowns)
            {
                var answers = unknown.Answers[rest % unknown.Answers.Length];
                rest /= unknown.Answers.Length;
                for (var i = 0; i < unknown.Leaves.Length; i++)
                {
                    assigned[unknown.Leaves[i]] = answers[i];
                }
            }

            var truths = rules.Evaluate(
                parts,
                leaf => assigned.TryGetValue(leaf, out var truth) ? truth : rules.Tests.Of(leaf, stated.GetValueOrDefault(leaf.Fact.Path)),
                stated.GetValueOrDefault("places"));
            outcomes[index] = truths.Outcome;
            restsOnDoubt |= OracleVerdicts.RestsOnDoubt(parts, truths, day);
        }

        var decisive = ImmutableArray.CreateBuilder<UnknownFact>();
        var stride = 1;
        foreach (var unknown in unknowns)
        {
            var own = stride;
            if (Enumerable.Range(0, outcomes.Length).Any(index => outcomes[index] != outcomes[index - (index / own % unknown.Answers.Length * own)]))
            {
                decisive.Add(unknown);
            }

            stride *= unknown.Answers.Length;
        }

        return new(
            outcomes.Distinct().Count() == 1 ? outcomes[0] : null,
            [.. decisive.Where(unknown => unknown.Parameter is null).Select(unknown => unknown.Leaves[0].Fact.Path).Distinct().Order(StringComparer.Ordinal)],
            [.. decisive.Select(unknown => unknown.Parameter).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            outcomes.Length,
            restsOnDoubt);
    }

    private IEnumerable<Leaf> Leaves(OracleParts parts)
    {
        var conditions = parts.Spoken
            .Append(parts.Rule.Demand)
            .Concat(parts.Overridden.SelectMany(other => other.Spoken))
            .Concat(parts.Reliefs.Where(relief => relief.IsInForce).SelectMany(relief => relief.Conditions));
        var scopes = parts.Overridden.Select(other => other.Set)
            .Append(parts.Set)
            .Concat(parts.Reliefs.Where(relief => relief.IsInForce).Select(relief => relief.Set));
        return scopes.Select(set => set is null ? null : rules.ScopeOf(set)).OfType<Leaf>().Concat(conditions.SelectMany(OracleRules.Leaves));
    }

    private UnknownFact? Unknown(string? parameter, ImmutableArray<Leaf> leaves, int kind, Value? stated)
    {
        if (parameter is null && (kind > 0 || leaves[0].Fact.Type != FactType.Records))
        {
            var columns = leaves.Select(leaf => kind == 0 ? Column(leaf, stated) : Column(leaf)).ToList();
            var answers = Enumerable.Range(0, columns[0].Length)
                .Select(row => columns.Select(column => column[row]).ToList())
                .Where(row => !row.Contains(null))
                .DistinctBy(row => string.Concat(row.Select(truth => truth == true ? '1' : '0')))
                .Select(row => row.Select(truth => truth == true).ToImmutableArray())
                .ToImmutableArray();
            if (answers.Length > 0)
            {
                return new(parameter, leaves, answers);
            }
        }

        return leaves.Length == 1 ? new(parameter, leaves, [[false], [true]]) : null;
    }

    /// <summary>What of a fact a test asks for: zero its value, one its basis, two its day.</summary>
    public static int KindOf(Leaf leaf) => leaf is AgeTest ? 2 : leaf is BasisTest or Test { Operator: TestOperator.Known } ? 1 : 0;

    private bool?[] Column(Leaf leaf) => _columns.TryGetValue((leaf, null), out var known) ? known : _columns[(leaf, null)] = rules.Tests.Column(leaf);

    private bool?[] Column(Leaf leaf, Value? stated)
    {
        if (!_columns.TryGetValue((leaf, stated), out var column))
        {
            var values = stated is null ? OracleDomains.Unstated(leaf.Fact) : OracleDomains.Refinements(stated);
            column = _columns[(leaf, stated)] = [.. values.Select(value => rules.Tests.Of(leaf, value))];
        }

        return column;
    }

    private sealed class SameObjects : IEqualityComparer<(Leaf Leaf, Value? Stated)>
    {
        public static SameObjects Comparer { get; } = new();

        public bool Equals((Leaf Leaf, Value? Stated) x, (Leaf Leaf, Value? Stated) y) => ReferenceEquals(x.Leaf, y.Leaf) && ReferenceEquals(x.Stated, y.Stated);

        public int GetHashCode((Leaf Leaf, Value? Stated) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Leaf), RuntimeHelpers.GetHashCode(obj.Stated));
    }

    private sealed record UnknownFact(string? Parameter, ImmutableArray<Leaf> Leaves, ImmutableArray<ImmutableArray<bool>> Answers);
}

/// <summary>What all completions of a rule come to, and whether one of them passes by what isn't beyond doubt.</summary>
internal sealed record Completion(RuleOutcome? Agreed, ImmutableArray<string> Facts, ImmutableArray<string> Parameters, int Count, bool RestsOnDoubt);
