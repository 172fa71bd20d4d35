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

    /// <summary>Examines an undecided rule.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="truths">The truth of each of its leaves.</param>
    /// <param name="facts">What is known of the use.</param>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    /// <param name="counts">Which of its exceptions and permissions count; those in force when null.</param>
    public static Decision Examine(RuleProgram program, ImmutableArray<Truth> truths, KnownFacts facts, LeafEvaluator evaluator, Func<Relief, bool>? counts = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(evaluator);
        counts ??= relief => relief.IsInForce(evaluator.Day);
        var idle = IdleLeaves(program, counts);
        var unknowns = Unknowns(program, truths, idle, facts, evaluator);
        try
        {
            var diagram = new Diagram(Budget);
            var outcome = new Builder(program, truths, unknowns, diagram, counts).Outcome();
            var (support, outcomes) = diagram.Explore(outcome);
            var decisive = unknowns.Where((_, variable) => support.Contains(variable));
            return Decision(outcomes is [var only] ? (Completed)only : null, decisive, outcomes.Contains((int)Completed.Fail), isExact: unknowns.TrueForAll(unknown => unknown.IsExact));
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
            [.. decisive.Where(unknown => unknown.Parameter is null).Select(unknown => unknown.Fact).DistinctBy(fact => fact.Path).OrderBy(fact => fact.Path, StringComparer.Ordinal)],
            [.. decisive.Select(unknown => unknown.Parameter).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            canFail,
            isExact)
        {
            Aspects = [.. decisive.Where(unknown => unknown.Parameter is null).Select(unknown => (unknown.Fact, unknown.Aspect)).Distinct().OrderBy(pair => pair.Fact.Path, StringComparer.Ordinal).ThenBy(pair => pair.Aspect)],
        };
    }

    // One variable for each fact whose tests came out unknown, one for its basis and one for its day, and one for each parameter without a value in force. Where nobody
    // can tell which truths the tests of a fact take together, each test is a variable by itself, equal tests being one: that can
    // only list a fact too many.
    private static List<Unknown> Unknowns(RuleProgram program, ImmutableArray<Truth> truths, HashSet<int> idle, KnownFacts facts, LeafEvaluator evaluator)
    {
        var completions = new Completions(evaluator, evaluator.Day);
        return [.. program.Leaves
            .Select((leaf, index) => (Leaf: leaf, Index: index))
            .Where(pair => truths[pair.Index] == Truth.Unknown && !idle.Contains(pair.Index))
            .GroupBy(pair => (pair.Leaf.Fact.Path, Parameter: UnsetParameter(pair.Leaf, evaluator), Aspect: Completions.AspectOf(pair.Leaf)))
            .SelectMany(group =>
            {
                var fact = group.First().Leaf.Fact;
                if (group.Key.Parameter is null && completions.Of(fact, facts.ValueOf(fact), [.. group.Select(pair => pair.Leaf)]) is { } combinations)
                {
                    return [new Unknown(fact, group.Key.Aspect, null, [.. group.Select(pair => pair.Index)], combinations, IsExact: true)];
                }

                var tests = group.GroupBy(pair => LeafKey.Of(pair.Leaf), StringComparer.Ordinal).ToList();
                return tests.Select(test => new Unknown(
                    fact,
                    group.Key.Aspect,
                    group.Key.Parameter,
                    [.. test.Select(pair => pair.Index)],
                    [new([.. test.Select(_ => false)], null), new([.. test.Select(_ => true)], null)],
                    tests.Count == 1));
            })];
    }

    /// <summary>The numbers of the leaves in exceptions and permissions that don't count; a definition's leaves stand in several places.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="counts">Which exceptions and permissions do.</param>
    internal static HashSet<int> IdleLeaves(RuleProgram program, Func<Relief, bool> counts)
    {
        var idle = new HashSet<int>();
        var next = program.Trigger.Leaves().Count() + (program.Requirement is { } requirement ? requirement.Leaves().Count() : 0);
        foreach (var relief in program.Reliefs)
        {
            var count = relief.Condition.Leaves().Count();
            idle.UnionWith(counts(relief) ? [] : Enumerable.Range(next, count));
            next += count;
        }

        return idle;
    }

    private static string? UnsetParameter(Leaf leaf, LeafEvaluator evaluator) =>
        LeafEvaluator.OperandOf(leaf) is { Parameter: { } name } operand && evaluator.Resolve(operand) is null ? name : null;

    private sealed record Unknown(FactDeclaration Fact, FactAspect Aspect, string? Parameter, ImmutableArray<int> Leaves, ImmutableArray<Completion> Combinations, bool IsExact);

    private sealed class Builder(
        RuleProgram program,
        ImmutableArray<Truth> truths,
        List<Unknown> unknowns,
        Diagram diagram,
        Func<Relief, bool> counts)
    {
        private readonly Dictionary<int, int> _literals = Literals(unknowns, diagram);
        private int _next;

        public int Outcome()
        {
            var trigger = Build(program.Trigger);
            var satisfied = program.Requirement is { } requirement ? Build(requirement) : Diagram.Constant(program.Rule.Kind == RuleKind.Permission ? 1 : 0);
            foreach (var relief in program.Reliefs)
            {
                if (counts(relief))
                {
                    satisfied = ConditionDiagram.Or(diagram, satisfied, Build(relief.Condition));
                }
                else
                {
                    _next += relief.Condition.Leaves().Count();
                }
            }

            return ConditionDiagram.Decide(diagram, trigger, satisfied);
        }

        private int Build(Condition condition) => ConditionDiagram.Build(condition, diagram, _ => BuildLeaf(_next++));

        private int BuildLeaf(int leaf) => truths[leaf] switch
        {
            Truth.False => Diagram.Constant(0),
            Truth.True => Diagram.Constant(1),
            _ => _literals[leaf],
        };

        private static Dictionary<int, int> Literals(List<Unknown> unknowns, Diagram diagram)
        {
            var literals = new Dictionary<int, int>();
            for (var variable = 0; variable < unknowns.Count; variable++)
            {
                var unknown = unknowns[variable];
                for (var i = 0; i < unknown.Leaves.Length; i++)
                {
                    literals[unknown.Leaves[i]] = diagram.Literal(variable, [.. unknown.Combinations.Select(completion => completion.Truths[i] ? 1 : 0)]);
                }
            }

            return literals;
        }
    }
}
