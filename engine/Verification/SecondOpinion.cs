using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Verification;

/// <summary>Judges one rule on one use by walking its conditions, leaf by leaf in the order in which they were compiled.</summary>
internal sealed class SecondOpinion(RuleProgram program, KnownFacts facts, LeafEvaluator evaluator)
{
    // Beyond so many completions of the facts that are missing, only what is known is compared.
    private const int MostCompletions = 4096;

    private readonly ImmutableArray<Truth> _known = [.. program.Leaves.Select(leaf => evaluator.Evaluate(leaf, facts[leaf.Fact.Slot], LeafEvaluator.OperandOf(leaf) is { } operand ? evaluator.Resolve(operand) : null))];

    /// <summary>Whether the rule speaks of the use.</summary>
    public Truth Speaks => new Walk(_known).Of(program.Trigger);

    /// <summary>How a finding differs from what is found here, or null where it doesn't.</summary>
    public string? Disagrees(Finding finding)
    {
        var own = Judge(_known);
        if (own != RuleOutcome.Indeterminate)
        {
            return finding.Outcome == own ? null : $"it was found {finding.Outcome}, and is {own} when its conditions are walked";
        }

        if (Completed() is not { } completions)
        {
            return null;
        }

        var outcomes = completions.Outcomes.Distinct().ToList();
        var expected = outcomes is [var only] ? only : RuleOutcome.Indeterminate;
        if (finding.Outcome != expected)
        {
            return $"it was found {finding.Outcome}, and is {expected} when the {completions.Outcomes.Length} completions of what is missing are tried";
        }

        var decisive = completions.Decisive().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return expected == RuleOutcome.Indeterminate && finding.MissingIsExact && !decisive.SequenceEqual(finding.Missing.Select(fact => fact.Path), StringComparer.Ordinal)
            ? $"it was found to hang on {string.Join(", ", finding.Missing.Select(fact => fact.Path))}, and hangs on {string.Join(", ", decisive)} when completions are tried"
            : null;
    }

    private RuleOutcome Judge(ImmutableArray<Truth> truths)
    {
        var walk = new Walk(truths);
        var speaks = walk.Of(program.Trigger);
        var kept = program.Requirement is { } requirement ? walk.Of(requirement) : Truth.False;
        foreach (var relief in program.Reliefs)
        {
            var applies = walk.Of(relief.Condition);
            kept = relief.IsInForce(evaluator.Day) ? Kleene.Or(kept, applies) : kept;
        }

        return speaks == Truth.False ? RuleOutcome.NotApplicable
            : speaks == Truth.True && program.Rule.Kind == RuleKind.Permission ? RuleOutcome.Pass
            : kept == Truth.True && program.Rule.Kind != RuleKind.Permission ? RuleOutcome.Pass
            : speaks == Truth.True && kept == Truth.False ? RuleOutcome.Fail
            : RuleOutcome.Indeterminate;
    }

    // Every way to complete what is open; null where nobody can tell all, or there are too many.
    private CompletedOutcomes? Completed()
    {
        var completions = new Completions(evaluator, evaluator.Day);
        var idle = DecisiveFacts.IdleLeaves(program, relief => relief.IsInForce(evaluator.Day));
        var open = program.Leaves
            .Select((leaf, index) => (Leaf: leaf, Index: index))
            .Where(pair => _known[pair.Index] == Truth.Unknown && !idle.Contains(pair.Index))
            .GroupBy(pair => (pair.Leaf.Fact.Path, Aspect: Completions.AspectOf(pair.Leaf)))
            .ToList();
        var choices = new List<(FactDeclaration Fact, int[] Leaves, ImmutableArray<Completion> Values)>();
        var count = 1L;
        foreach (var group in open)
        {
            var leaves = group.ToList();
            var fact = leaves[0].Leaf.Fact;
            if (leaves.Exists(pair => LeafEvaluator.OperandOf(pair.Leaf) is { } operand && evaluator.Resolve(operand) is null)
                || completions.Of(fact, facts.ValueOf(fact), [.. leaves.Select(pair => pair.Leaf)]) is not { } values
                || (count *= values.Length) > MostCompletions)
            {
                return null;
            }

            choices.Add((fact, [.. leaves.Select(pair => pair.Index)], values));
        }

        var outcomes = ImmutableArray.CreateBuilder<RuleOutcome>((int)count);
        var truths = _known.Select(truth => truth == Truth.Unknown ? Truth.False : truth).ToArray();
        for (var number = 0L; number < count; number++)
        {
            var rest = number;
            foreach (var (_, leaves, values) in choices)
            {
                var value = values[(int)(rest % values.Length)];
                rest /= values.Length;
                for (var i = 0; i < leaves.Length; i++)
                {
                    truths[leaves[i]] = Kleene.Of(value.Truths[i]);
                }
            }

            outcomes.Add(Judge([.. truths]));
        }

        return new(outcomes.MoveToImmutable(), [.. choices.Select(choice => (choice.Fact.Path, choice.Values.Length))]);
    }

    // Walks conditions one after the other, as their leaves are numbered.
    private sealed class Walk(ImmutableArray<Truth> leaves)
    {
        private int _next;

        public Truth Of(Condition condition) => condition switch
        {
            AllOf all => all.Parts.Select(Of).DefaultIfEmpty(Truth.True).ToList().Min(),
            AnyOf any => any.Parts.Select(Of).DefaultIfEmpty(Truth.False).ToList().Max(),
            Negation negation => Kleene.Not(Of(negation.Part)),
            Defined defined => Of(defined.Body),
            _ => leaves[_next++],
        };
    }
}
