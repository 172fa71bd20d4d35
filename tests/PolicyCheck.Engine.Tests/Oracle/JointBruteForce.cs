using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

/// <summary>Tries every completion of the unknown facts of a whole manifest, over all rules and uses together.</summary>
internal sealed class JointBruteForce(OracleRules rules, DateOnly day, AssessmentOptions options)
{
    private const int MostCompletions = 600;

    private readonly Dictionary<(Same Leaf, Value? Stated), bool?[]> _columns = [];

    /// <summary>What the completions come to; null where there are too many, or where tests can't be told to depend on each other.</summary>
    public JointCompletions? Try(Manifest manifest)
    {
        var judged = manifest.Uses.SelectMany((use, number) => Judged(manifest, use, number)).ToList();
        var unknowns = judged
            .Where(IsOpen)
            .SelectMany(one => Leaves(one.Parts).Select(leaf => (Leaf: leaf, one.Use, Stated: one.Stated.GetValueOrDefault(leaf.Fact.Path))))
            .Where(one => rules.Tests.Of(one.Leaf, one.Stated) is null)
            .DistinctBy(one => (new Same(one.Leaf), one.Use))
            .GroupBy(one => (one.Leaf.Fact.Path, Use: one.Leaf.Fact.IsOfUse ? one.Use : -1, Kind: BruteForce.KindOf(one.Leaf), Parameter: rules.Tests.LacksParameter(one.Leaf) ? OracleTests.OperandOf(one.Leaf)!.Parameter : null, Set: rules.Tests.LacksParameter(one.Leaf) ? one.Leaf.Location.Path : null))
            .Select(group => Unknown(group.Key.Use, group.Key.Parameter, [.. group.Select(one => (one.Leaf, one.Use))], group.Key.Kind, group.First().Stated?.Counted))
            .ToList();
        if (unknowns.Contains(null) || unknowns.Count > 12 || unknowns.Aggregate(1.0, (product, unknown) => product * unknown!.Answers.Length) > MostCompletions)
        {
            return null;
        }

        return Enumerate(judged, [.. unknowns.OfType<JointUnknown>()]);
    }

    private JointCompletions Enumerate(List<JudgedRule> judged, ImmutableArray<JointUnknown> unknowns)
    {
        var verdicts = new Verdict[unknowns.Aggregate(1, (product, unknown) => product * unknown.Answers.Length)];
        // What is stated decides the other tests, and rules with none open, once and for all.
        var assigned = new Dictionary<(Same Leaf, int Use), bool?>();
        var known = new Dictionary<(Same Leaf, int Use), bool?>();
        var uses = judged.GroupBy(one => one.Use)
            .Select(use => use.Select(one => (Rule: one, Settled: IsOpen(one) ? null : ((RuleSet, Rule, RuleOutcome, bool)?)Outcome(one, Truth(one)))).ToList())
            .ToList();
        for (var index = 0; index < verdicts.Length; index++)
        {
            var rest = index;
            foreach (var unknown in unknowns)
            {
                var answer = unknown.Answers[rest % unknown.Answers.Length];
                rest /= unknown.Answers.Length;
                for (var i = 0; i < unknown.Leaves.Length; i++)
                {
                    assigned[(new(unknown.Leaves[i].Leaf), unknown.Leaves[i].Use)] = answer.Truths[i];
                }
            }

            verdicts[index] = uses.Select(use => OracleVerdicts.Of(use.Select(one => one.Settled ?? Outcome(one.Rule, Truth(one.Rule))), day, options))
                .OrderDescending().FirstOrDefault();
        }

        return new(unknowns, [.. verdicts]);

        Func<Leaf, bool?> Truth(JudgedRule one) => leaf =>
        {
            if (assigned.TryGetValue((new(leaf), one.Use), out var truth) || known.TryGetValue((new(leaf), one.Use), out truth))
            {
                return truth;
            }

            return known[(new(leaf), one.Use)] = rules.Tests.Of(leaf, one.Stated.GetValueOrDefault(leaf.Fact.Path));
        };
    }

    // No answer changes a rule that is broken or doesn't speak for certain, nor one that speaks and is kept by what isn't doubtful.
    private bool IsOpen(JudgedRule one)
    {
        var truths = rules.Evaluate(one.Parts, leaf => rules.Tests.Of(leaf, one.Stated.GetValueOrDefault(leaf.Fact.Path)), one.Stated.GetValueOrDefault("places"));
        return truths.Outcome switch
        {
            RuleOutcome.Fail or RuleOutcome.NotApplicable => false,
            RuleOutcome.Pass => truths.Trigger != true || Outcome(one, leaf => rules.Tests.Of(leaf, one.Stated.GetValueOrDefault(leaf.Fact.Path))).RestsOnDoubt,
            _ => true,
        };
    }

    private (RuleSet Set, Rule Rule, RuleOutcome Outcome, bool RestsOnDoubt) Outcome(JudgedRule one, Func<Leaf, bool?> truth)
    {
        var (set, rule) = (one.Parts.Set, one.Parts.Rule);
        var truths = rules.Evaluate(one.Parts, truth, one.Stated.GetValueOrDefault("places"));
        return (set, rule, truths.Outcome, OracleVerdicts.RestsOnDoubt(one.Parts, truths, day));
    }

    private IEnumerable<JudgedRule> Judged(Manifest manifest, Use use, int number)
    {
        var stated = rules.Stated(manifest, use);
        return
            from set in rules.Considered
            where options.AdvisoryCounts || set.Standing is not (Standing.Guidance or Standing.Standard or Standing.Proposal)
            from rule in set.Rules
            where rules.Skips(set, rule, stated) is null
            select new JudgedRule(number, rules.Parts(set, rule), stated);
    }

    private IEnumerable<Leaf> Leaves(OracleParts parts)
    {
        var conditions = parts.Spoken
            .Append(parts.Rule.Demand)
            .Concat(parts.Overridden.SelectMany(other => other.Spoken))
            .Concat(parts.Reliefs.Where(relief => relief.IsInForce).SelectMany(relief => relief.Conditions));
        var scopes = parts.Overridden.Select(other => other.Set).Append(parts.Set).Concat(parts.Reliefs.Where(relief => relief.IsInForce).Select(relief => relief.Set));
        return scopes.Select(set => set is null ? null : rules.ScopeOf(set)).OfType<Leaf>().Concat(conditions.SelectMany(OracleRules.Leaves));
    }

    private JointUnknown? Unknown(int use, string? parameter, ImmutableArray<(Leaf Leaf, int Use)> leaves, int kind, Value? stated)
    {
        var fact = leaves[0].Leaf.Fact;
        if (parameter is null && (kind > 0 || fact.Type != FactType.Records))
        {
            var columns = leaves.Select(leaf => kind == 0 ? Column(leaf.Leaf, stated) : rules.Tests.Column(leaf.Leaf)).ToList();
            var answers = (kind > 0 ? Enumerable.Repeat<Value?>(null, columns[0].Length) : stated is null ? OracleDomains.Unstated(fact) : OracleDomains.Refinements(stated))
                .Select((value, row) => (Value: value, Truths: columns.Select(column => column[row]).ToList()))
                .Where(row => !row.Truths.Contains(null))
                .DistinctBy(row => string.Concat(row.Truths.Select(truth => truth == true ? '1' : '0')))
                .Select(row => new JointAnswer([.. row.Truths.Select(truth => truth == true)], row.Value))
                .ToImmutableArray();
            if (answers.Length > 0)
            {
                return new(fact, use, parameter, leaves, answers);
            }
        }

        return leaves.Select(leaf => leaf.Leaf).Distinct(ReferenceEqualityComparer.Instance).Count() == 1 ? new(fact, use, parameter, leaves, [new([.. leaves.Select(_ => false)], null), new([.. leaves.Select(_ => true)], null)]) : null;
    }

    private bool?[] Column(Leaf leaf, Value? stated)
    {
        if (!_columns.TryGetValue((new(leaf), stated), out var column))
        {
            column = _columns[(new(leaf), stated)] = [.. (stated is null ? OracleDomains.Unstated(leaf.Fact) : OracleDomains.Refinements(stated)).Select(value => rules.Tests.Of(leaf, value))];
        }

        return column;
    }

    private sealed record JudgedRule(int Use, OracleParts Parts, Dictionary<string, Statement> Stated);

    private readonly struct Same(Leaf leaf) : IEquatable<Same>
    {
        private readonly Leaf _leaf = leaf;

        public bool Equals(Same other) => ReferenceEquals(_leaf, other._leaf);

        public override bool Equals(object? obj) => obj is Same other && Equals(other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_leaf);
    }
}

/// <summary>An unknown of a manifest, and the answers that tests tell apart; of a use, or of the deployment (−1).</summary>
internal sealed record JointUnknown(FactDeclaration Fact, int Use, string? Parameter, ImmutableArray<(Leaf Leaf, int Use)> Leaves, ImmutableArray<JointAnswer> Answers);

/// <summary>An answer: the truths of the tests, and a value that leads to them where one is known.</summary>
internal sealed record JointAnswer(ImmutableArray<bool> Truths, Value? Value);

/// <summary>The verdict of every completion; the first unknown changes fastest.</summary>
internal sealed record JointCompletions(ImmutableArray<JointUnknown> Unknowns, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>The verdicts where not applicable counts as compliant.</summary>
    public ImmutableArray<Verdict> Answers { get; } = [.. Verdicts.Select(verdict => verdict == Verdict.NotApplicable ? Verdict.Compliant : verdict)];

    public int Stride(int unknown) => Unknowns.Take(unknown).Aggregate(1, (product, one) => product * one.Answers.Length);

    /// <summary>Whether two completions that differ in it alone differ in the answer.</summary>
    public bool IsDecisive(int unknown)
    {
        var (stride, width) = (Stride(unknown), Unknowns[unknown].Answers.Length);
        return Enumerable.Range(0, Answers.Length).Any(index => Answers[index] != Answers[index - (index / stride % width * stride)]);
    }
}
