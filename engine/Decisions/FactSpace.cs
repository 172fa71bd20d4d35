using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>
/// All deployments there could be on one day, as far as some conditions can tell them apart; it answers questions about the
/// conditions themselves. That one implies another, or that two come to the same, is certain; that they differ is certain
/// where a deployment is named that shows it.
/// </summary>
public sealed class FactSpace
{
    private const int Budget = 200_000;

    private readonly Diagram _diagram = new(Budget);
    private readonly Dictionary<Leaf, int> _literals = new(ReferenceEqualityComparer.Instance);
    private readonly List<Variable> _variables = [];
    private readonly DateOnly _day;
    private readonly Completions _completions;

    /// <summary>The deployments that the tests of these conditions tell apart.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="day">The day.</param>
    /// <param name="conditions">Every condition that will be asked about.</param>
    public FactSpace(Vocabulary vocabulary, DateOnly day, IEnumerable<Condition> conditions)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(conditions);
        _day = day;
        var evaluator = new LeafEvaluator(vocabulary, day);
        _completions = new(evaluator, day);
        foreach (var group in conditions.SelectMany(condition => condition.Leaves()).GroupBy(leaf => (leaf.Fact.Path, Kind: KindOf(leaf, evaluator))).OrderBy(group => group.Key.Path, StringComparer.Ordinal).ThenBy(group => group.Key.Kind))
        {
            var leaves = group.Distinct(ReferenceEqualityComparer.Instance).Cast<Leaf>().ToImmutableArray();
            if (group.Key.Kind != TestedBy.UnsetParameter && _completions.Of(leaves[0].Fact, null, leaves) is { } possible)
            {
                Add(new(leaves[0].Fact, possible, group.Key.Kind), leaves);
                continue;
            }

            // Where nobody can tell which truths the tests take together each stands by itself, equal ones together.
            foreach (var equal in leaves.GroupBy(LeafKey.Of, StringComparer.Ordinal))
            {
                ImmutableArray<Leaf> same = [.. equal];
                Add(new(same[0].Fact, [new([.. same.Select(_ => false)], null), new([.. same.Select(_ => true)], null)], group.Key.Kind), same);
            }
        }
    }

    private enum TestedBy
    {
        Value,
        Basis,
        Day,
        UnsetParameter,
    }

    /// <summary>The space of what rules ask.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="day">The day.</param>
    /// <param name="programs">The rules.</param>
    public FactSpace(Vocabulary vocabulary, DateOnly day, params IEnumerable<RuleProgram> programs)
        : this(vocabulary, day, programs.SelectMany(program => program.Conditions))
    {
    }

    /// <summary>What a condition is whatever the facts are, or null where it depends on them.</summary>
    /// <param name="condition">The condition.</param>
    /// <exception cref="DiagramTooLargeException">The condition is too large to say.</exception>
    public bool? Constant(Condition condition) => Diagram.IsConstant(Build(condition), out var value) ? value == 1 : null;

    /// <summary>Whether one condition holds wherever another does.</summary>
    /// <param name="narrow">The other.</param>
    /// <param name="wide">The one.</param>
    /// <exception cref="DiagramTooLargeException">The conditions are too large to say.</exception>
    public bool Implies(Condition narrow, Condition wide) => ConditionDiagram.Without(_diagram, Build(narrow), Build(wide)) == Diagram.Constant(0);

    /// <summary>Whether no deployment meets both conditions.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    /// <exception cref="DiagramTooLargeException">The conditions are too large to say.</exception>
    public bool Exclude(Condition first, Condition second) => ConditionDiagram.And(_diagram, Build(first), Build(second)) == Diagram.Constant(0);

    /// <summary>What a rule can come to when every fact is known as well as is asked, in rising order.</summary>
    /// <param name="program">The rule.</param>
    /// <exception cref="DiagramTooLargeException">The rule is too large to say.</exception>
    public ImmutableArray<Completed> Outcomes(RuleProgram program) => [.. _diagram.Explore(Outcome(program), IsDecided).Constants.Select(constant => (Completed)constant)];

    /// <summary>Whether a rule can stay open, for want of facts or of a stronger basis.</summary>
    /// <param name="program">The rule.</param>
    /// <exception cref="DiagramTooLargeException">The rule is too large to say.</exception>
    public bool CanBeOpen(RuleProgram program) => _diagram.Explore(Outcome(program)).Constants.Length > 1;

    /// <summary>Whether a rule fails wherever another does.</summary>
    /// <param name="narrow">The other.</param>
    /// <param name="wide">The one.</param>
    /// <exception cref="DiagramTooLargeException">The rules are too large to say.</exception>
    public bool FailsWherever(RuleProgram narrow, RuleProgram wide)
    {
        var (fails, covers) = (Outcome(narrow), Outcome(wide));
        return _diagram.Explore(_diagram.Apply(100, static (first, second) => first == (int)Completed.Fail && second != (int)Completed.Fail ? 1 : 0, fails, covers)).Constants is [0];
    }

    /// <summary>A deployment for which two rules come to different outcomes; null where there is none.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    /// <exception cref="DiagramTooLargeException">The rules are too large to say.</exception>
    public Difference? Difference(RuleProgram first, RuleProgram second) => Example(ConditionDiagram.Differ(_diagram, Outcome(first), Outcome(second)));

    /// <summary>A deployment for which a rule comes to an outcome; null where there is none.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="DiagramTooLargeException">The rule is too large to say.</exception>
    public Difference? Example(RuleProgram program, Completed outcome) => Example(ConditionDiagram.Differ(_diagram, Outcome(program), Diagram.Constant((int)outcome)), 0, IsDecided);

    private Difference? Example(int diagram, int constant = 1, Func<int, int, bool>? allows = null)
    {
        if (_diagram.Way(diagram, constant, allows) is not { } way)
        {
            return null;
        }

        var chosen = way.Select(step => (Variable: _variables[step.Key], Completion: _variables[step.Key].Completions[step.Value])).ToList();
        var facts = chosen
            .Where(step => step.Variable.TestedBy != TestedBy.UnsetParameter)
            .GroupBy(step => step.Variable.Fact.Path, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Fact(group.First().Variable.Fact, [.. group]))
            .ToImmutableArray();
        var unstated = chosen.Where(step => IsUnstated(step.Variable, step.Completion)).Select(step => step.Variable.Fact.Path).ToHashSet(StringComparer.Ordinal);
        var isCertain = chosen.TrueForAll(step => step.Variable.TestedBy == TestedBy.Basis || (!unstated.Contains(step.Variable.Fact.Path) && (step.Completion.Value is not null || step.Variable.TestedBy == TestedBy.Day)));
        return new(facts, isCertain);
    }

    // A basis that is too weak leaves a rule open and never decides it: of bases only the strongest does, or that there is no statement.
    private bool IsDecided(int variable, int completion) => _variables[variable] is not { TestedBy: TestedBy.Basis } tested
        || completion == tested.Completions.Length - 1
        || tested.Completions[completion].Basis is null;

    // A fact of which only the basis or the day is asked can have any value; one that nothing is to be known of must stay unstated.
    private ExampleFact Fact(FactDeclaration fact, ImmutableArray<(Variable Variable, Completion Completion)> chosen)
    {
        if (chosen.Any(step => IsUnstated(step.Variable, step.Completion)))
        {
            return new(fact, null);
        }

        var value = chosen.Select(step => step.Completion.Value).FirstOrDefault(value => value is not null);
        var isTested = chosen.Any(step => step.Variable.TestedBy == TestedBy.Value);
        return new(fact, value ?? (isTested ? null : _completions.Any(fact)))
        {
            Basis = chosen.Select(step => step.Completion.Basis).FirstOrDefault(basis => basis is not null) ?? Basis.Claimed,
            On = chosen.Select(step => step.Completion.On).FirstOrDefault(day => day is not null),
        };
    }

    private static bool IsUnstated(Variable variable, Completion completion) => variable.TestedBy == TestedBy.Basis && completion.Basis is null;

    private int Outcome(RuleProgram program)
    {
        if (!program.RuleSet.IsInForce(_day) || !program.Rule.IsInForce(_day))
        {
            return Diagram.Constant((int)Completed.NotApplicable);
        }

        var kept = program.Requirement is { } requirement ? Build(requirement) : Diagram.Constant(program.Rule.Kind == RuleSets.RuleKind.Permission ? 1 : 0);
        foreach (var relief in program.Reliefs.Where(relief => relief.IsInForce(_day)))
        {
            kept = ConditionDiagram.Or(_diagram, kept, Build(relief.Condition));
        }

        return ConditionDiagram.Decide(_diagram, Build(program.Trigger), kept);
    }

    private int Build(Condition condition) => ConditionDiagram.Build(condition, _diagram, leaf => _literals[leaf]);

    private void Add(Variable variable, ImmutableArray<Leaf> leaves)
    {
        for (var i = 0; i < leaves.Length; i++)
        {
            _literals.Add(leaves[i], _diagram.Literal(_variables.Count, [.. variable.Completions.Select(completion => completion.Truths[i] ? 1 : 0)]));
        }

        _variables.Add(variable);
    }

    private static TestedBy KindOf(Leaf leaf, LeafEvaluator evaluator) => leaf switch
    {
        _ when LeafEvaluator.OperandOf(leaf) is { Parameter: not null } operand && evaluator.Resolve(operand) is null => TestedBy.UnsetParameter,
        _ => Completions.AspectOf(leaf) switch
        {
            FactAspect.Basis => TestedBy.Basis,
            FactAspect.Day => TestedBy.Day,
            _ => TestedBy.Value,
        },
    };

    private sealed record Variable(FactDeclaration Fact, ImmutableArray<Completion> Completions, TestedBy TestedBy);
}
