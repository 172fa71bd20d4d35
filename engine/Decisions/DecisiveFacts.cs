using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>
/// What an undecided rule hangs on: of all the ways to complete the facts, what the outcome would be, and which unknown
/// facts can change it. A fact is decisive if and only if two completions that differ in it alone differ in the outcome.
/// </summary>
public static class DecisiveFacts
{
    private const int Budget = 200_000;
    private const int And = 0;
    private const int Or = 1;
    private const int Decide = 2;

    /// <summary>Examines an undecided rule.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="conclusion">What its evaluation came to.</param>
    /// <param name="values">The value in each slot; null where the fact isn't stated.</param>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    /// <param name="day">The day asked about.</param>
    public static Decision Examine(RuleProgram program, Conclusion conclusion, ImmutableArray<Value?> values, LeafEvaluator evaluator, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(conclusion);
        ArgumentNullException.ThrowIfNull(evaluator);
        var unknowns = Unknowns(program, conclusion, evaluator);
        try
        {
            var diagram = new Diagram(Budget);
            var outcome = new Builder(program, conclusion, unknowns, values, new(evaluator, day), diagram, day).Outcome();
            var (support, outcomes) = diagram.Explore(outcome);
            var decisive = unknowns.Where((_, variable) => support.Contains(variable));
            return Decision(outcomes is [var only] ? (Completed)only : null, decisive, outcomes.Contains((int)Completed.Fail), isExact: true);
        }
        catch (DiagramTooLargeException)
        {
            return Decision(null, unknowns, canFail: true, isExact: false);
        }
    }

    private static Decision Decision(Completed? agreed, IEnumerable<Unknown> unknowns, bool canFail, bool isExact)
    {
        var decisive = unknowns.ToList();
        return new(
            agreed,
            [.. decisive.Where(unknown => unknown.Parameter is null).Select(unknown => unknown.Fact).OrderBy(fact => fact.Path, StringComparer.Ordinal)],
            [.. decisive.Select(unknown => unknown.Parameter).OfType<string>().Order(StringComparer.Ordinal)],
            canFail,
            isExact);
    }

    // One variable for each fact whose tests came out unknown, and one for each parameter without a value in force.
    private static List<Unknown> Unknowns(RuleProgram program, Conclusion conclusion, LeafEvaluator evaluator) =>
        [.. program.Leaves
            .Select((leaf, index) => (Leaf: leaf, Index: index))
            .Where(pair => conclusion.Leaves[pair.Index] == Truth.Unknown)
            .GroupBy(pair => (pair.Leaf.Fact.Path, Parameter: UnsetParameter(pair.Leaf, evaluator)))
            .Select(group => new Unknown(group.First().Leaf.Fact, group.Key.Parameter, [.. group.Select(pair => pair.Index)]))];

    private static string? UnsetParameter(Leaf leaf, LeafEvaluator evaluator) =>
        LeafEvaluator.OperandOf(leaf) is { Parameter: { } name } operand && evaluator.Resolve(operand) is null ? name : null;

    private sealed record Unknown(FactDeclaration Fact, string? Parameter, ImmutableArray<int> Leaves);

    private sealed class Builder(
        RuleProgram program,
        Conclusion conclusion,
        List<Unknown> unknowns,
        ImmutableArray<Value?> values,
        Completions completions,
        Diagram diagram,
        DateOnly day)
    {
        private readonly Dictionary<int, int> _literals = Literals(program, unknowns, values, completions, diagram);
        private int _next;

        public int Outcome()
        {
            var trigger = Build(program.Trigger);
            var satisfied = program.Requirement is { } requirement ? Build(requirement) : Diagram.Constant(program.Rule.Kind == RuleKind.Permission ? 1 : 0);
            foreach (var relief in program.Reliefs)
            {
                var condition = Build(relief.Condition);
                satisfied = relief.IsInForce(day) ? Join(Or, satisfied, condition) : satisfied;
            }

            return diagram.Apply(
                Decide,
                static (speaks, kept) => (int)(speaks == 0 ? Completed.NotApplicable : kept == 0 ? Completed.Fail : Completed.Pass),
                trigger,
                satisfied);
        }

        private int Build(Condition condition) => condition switch
        {
            AllOf all => all.Parts.Aggregate(Diagram.Constant(1), (sum, part) => Join(And, sum, Build(part))),
            AnyOf any => any.Parts.Aggregate(Diagram.Constant(0), (sum, part) => Join(Or, sum, Build(part))),
            Negation negation => diagram.Apply(3, static (truth, _) => 1 - truth, Build(negation.Part), Diagram.Constant(0)),
            Defined defined => Build(defined.Body),
            Leaf => BuildLeaf(_next++),
            _ => throw new InvalidOperationException($"no diagram for {condition.GetType().Name}"),
        };

        private int BuildLeaf(int leaf) => conclusion.Leaves[leaf] switch
        {
            Truth.False => Diagram.Constant(0),
            Truth.True => Diagram.Constant(1),
            _ => _literals[leaf],
        };

        private int Join(int operation, int left, int right) => operation == And
            ? diagram.Apply(And, static (first, second) => first & second, left, right)
            : diagram.Apply(Or, static (first, second) => first | second, left, right);

        private static Dictionary<int, int> Literals(RuleProgram program, List<Unknown> unknowns, ImmutableArray<Value?> values, Completions completions, Diagram diagram)
        {
            var literals = new Dictionary<int, int>();
            for (var variable = 0; variable < unknowns.Count; variable++)
            {
                var unknown = unknowns[variable];
                ImmutableArray<Leaf> leaves = [.. unknown.Leaves.Select(index => program.Leaves[index])];
                var combinations = unknown.Parameter is null
                    ? completions.Of(unknown.Fact, values[unknown.Fact.Slot], leaves)
                    : Completions.Independent(leaves);
                for (var i = 0; i < leaves.Length; i++)
                {
                    literals[unknown.Leaves[i]] = diagram.Literal(variable, [.. combinations.Select(truths => truths[i] ? 1 : 0)]);
                }
            }

            return literals;
        }
    }
}
