using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Values;

namespace PolicyCheck.Cures;

/// <summary>
/// All that some rules make of all changes of a deployment, as one diagram: a variable for each dial, and behind those one for
/// each fact that stays unknown, which is taken out again rule by rule, as an assessment does it.
/// </summary>
internal sealed class CureSpace
{
    private const int Budget = 400_000;

    private readonly Diagram _diagram = new(Budget);
    private readonly ImmutableArray<Speaking> _rules;
    private readonly ImmutableArray<UseFacts> _uses;
    private readonly LeafEvaluator _evaluator;
    private readonly DateOnly _day;
    private readonly Dictionary<(string Path, int? Use), int> _dials;

    /// <summary>Makes the dials that the rules read.</summary>
    /// <param name="rules">The rules, each for one use.</param>
    /// <param name="levers">What can be changed.</param>
    /// <param name="uses">What is known of each use.</param>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    /// <param name="day">The day asked about.</param>
    public CureSpace(ImmutableArray<Speaking> rules, ImmutableArray<Lever> levers, ImmutableArray<UseFacts> uses, LeafEvaluator evaluator, DateOnly day)
    {
        (_rules, _uses, _evaluator, _day) = (rules, uses, evaluator, day);
        var nearest = new NearestValues(evaluator, day);
        var read = rules
            .SelectMany(rule => Conditions(rule.Program).SelectMany(condition => condition.Leaves()).Select(leaf => (Leaf: leaf, Use: leaf.Fact.IsOfUse ? rule.Use : (int?)null)))
            .ToLookup(pair => (pair.Leaf.Fact.Path, pair.Use), pair => pair.Leaf);
        Dials = [.. levers.Select(Dial).OfType<Dial>()];
        _dials = Dials.Select((dial, i) => (dial, i)).ToDictionary(pair => (pair.dial.Lever.Fact?.Path ?? "", pair.dial.Lever.Use), pair => pair.i);

        Dial? Dial(Lever lever)
        {
            if (lever.Fact is not { } fact)
            {
                return new(lever, [null]);
            }

            var leaves = read[(fact.Path, lever.Use)].ToList();
            ImmutableArray<Test> tests = [.. leaves.OfType<Test>().Where(test => test.Operator != TestOperator.Known && evaluator.Resolve(test.Operand) is not null).DistinctBy(LeafKey.Of, StringComparer.Ordinal)];
            var values = leaves.Count > 0 ? nearest.Of(fact, lever.Present, tests) : [];

            // What is true already may have to be shown anew, or by more than somebody's word.
            if (lever.Stated is { } stated && leaves.Count > 0 && (lever.Present is null || leaves.Exists(leaf => leaf is StatementTest)))
            {
                values = [stated, .. values.Where(value => !Change.IsSame(fact, value, stated))];
            }

            return values.IsEmpty ? null : new(lever, [.. values]);
        }
    }

    /// <summary>The dials, by the numbers of their variables.</summary>
    public ImmutableArray<Dial> Dials { get; }

    /// <summary>The diagram of everything.</summary>
    public Diagram Diagram => _diagram;

    /// <summary>Where all the rules are kept or don't speak, and not every use is given up: one, else zero.</summary>
    /// <param name="someRuleSpeaks">Whether a rule must speak of what is left, too.</param>
    /// <param name="blocked">Positions of all dials that turned out not to do.</param>
    /// <exception cref="DiagramTooLargeException">There is too much to say.</exception>
    public int Compliant(bool someRuleSpeaks, IEnumerable<ImmutableArray<Step>> blocked)
    {
        var outcomes = _rules.Select(rule => (rule.Use, Diagram: Outcome(rule))).ToList();
        var all = outcomes.Aggregate(Diagram.Constant(1), (sum, one) => And(sum, Or(Dropped(one.Use), Is(one.Diagram, (int)CureOutcome.Silent, (int)CureOutcome.Kept))));
        if (someRuleSpeaks)
        {
            all = And(all, outcomes.Aggregate(Diagram.Constant(0), (sum, one) => Or(sum, Without(Is(one.Diagram, (int)CureOutcome.Kept, (int)CureOutcome.Kept), Dropped(one.Use)))));
        }

        var everyUse = Enumerable.Range(0, _uses.Length).Aggregate(Diagram.Constant(1), (sum, use) => And(sum, Dropped(use)));
        return blocked.Aggregate(Without(all, everyUse), (sum, steps) => Without(sum, Exactly(steps)));
    }

    /// <summary>Where a diagram holds and no use is given up.</summary>
    /// <param name="compliant">The diagram.</param>
    /// <exception cref="DiagramTooLargeException">There is too much to say.</exception>
    public int WithEveryUse(int compliant) => Enumerable.Range(0, _uses.Length).Aggregate(compliant, (sum, use) => Without(sum, Dropped(use)));

    /// <summary>What a rule comes to, in numbers of <see cref="CureOutcome"/>.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="DiagramTooLargeException">There is too much to say.</exception>
    public int Outcome(Speaking rule)
    {
        var stated = Decide(rule, unknowns: null);
        if (!_diagram.Explore(stated).Constants.Contains((int)CureOutcome.Open))
        {
            return stated;
        }

        // What is left open is decided all the same where all values of what isn't known agree.
        var agreed = _diagram.Without(Decide(rule, new Unknowns(rule, this)), Dials.Length, static (first, second) => first == second ? first : (int)CureOutcome.Open);
        return _diagram.Apply((int)Operation.Settle, static (first, second) => first == (int)CureOutcome.Open ? second : first, stated, agreed);
    }

    /// <summary>Whether a rule could be kept or silent if what isn't known were as one wishes.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="DiagramTooLargeException">There is too much to say.</exception>
    public bool MayBeKept(Speaking rule) =>
        _diagram.Explore(Decide(rule, new Unknowns(rule, this))).Constants.Any(constant => (CureOutcome)constant is CureOutcome.Silent or CureOutcome.Kept);

    /// <summary>Whether a rule could be kept or silent if some of its tests came out as one wishes, whatever else isn't known.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="isFree">Which tests.</param>
    /// <exception cref="DiagramTooLargeException">There is too much to say.</exception>
    public bool MayBeKept(Speaking rule, Func<Leaf, bool> isFree) =>
        _diagram.Explore(Decide(rule, new Unknowns(rule, this) { IsFree = isFree, StaysUnknown = true })).Constants.Any(constant => (CureOutcome)constant is CureOutcome.Silent or CureOutcome.Kept);

    /// <summary>Whether a diagram comes to a constant, whatever is changed.</summary>
    public static bool IsNever(int diagram) => diagram == Diagram.Constant(0);

    /// <summary>Where a rule is kept or doesn't speak: one, else zero.</summary>
    /// <param name="rule">The rule.</param>
    public int Kept(Speaking rule) => Is(Outcome(rule), (int)CureOutcome.Silent, (int)CureOutcome.Kept);

    private int Decide(Speaking rule, Unknowns? unknowns)
    {
        var program = rule.Program;
        var reliefs = program.Reliefs.Where(relief => relief.IsInForce(_day)).ToList();
        var trigger = Build(program.Trigger, rule.Use, unknowns);
        var requirement = program.Requirement is { } required ? Build(required, rule.Use, unknowns) : Diagram.Constant((int)Truth.False);
        var doubtful = unknowns is null ? reliefs.Where(relief => Doubts.About(relief, _day) is not null).ToList() : [];
        var sure = reliefs.Except(doubtful).Aggregate(requirement, (sum, relief) => Join(Operation.Or, sum, Build(relief.Condition, rule.Use, unknowns)));
        var doubted = doubtful.Aggregate(Diagram.Constant((int)Truth.False), (sum, relief) => Join(Operation.Or, sum, Build(relief.Condition, rule.Use, unknowns)));

        // A pass that rests on doubtful exceptions alone counts as open, and no answer settles it.
        var kept = _diagram.Apply((int)Operation.Relieve, static (first, second) => first == (int)Truth.True ? first : second == (int)Truth.True ? Doubted : Math.Max(first, second), sure, doubted);
        return program.Rule.Kind == RuleSets.RuleKind.Permission
            ? _diagram.Apply((int)Operation.Permit, static (first, second) => (int)(first == 0 ? CureOutcome.Silent : first == 2 ? CureOutcome.Kept : Of(first, second)), trigger, kept)
            : _diagram.Apply((int)Operation.Decide, static (first, second) => (int)Of(first, second), trigger, kept);
    }

    private const int Doubted = 3;

    private static CureOutcome Of(int trigger, int kept) =>
        trigger == (int)Truth.False ? CureOutcome.Silent
        : kept == (int)Truth.True ? CureOutcome.Kept
        : kept == Doubted ? CureOutcome.Broken
        : trigger == (int)Truth.True && kept == (int)Truth.False ? CureOutcome.Broken
        : CureOutcome.Open;

    private int Build(Condition condition, int use, Unknowns? unknowns) => condition switch
    {
        AllOf all => all.Parts.Aggregate(Diagram.Constant((int)Truth.True), (sum, part) => Join(Operation.And, sum, Build(part, use, unknowns))),
        AnyOf any => any.Parts.Aggregate(Diagram.Constant((int)Truth.False), (sum, part) => Join(Operation.Or, sum, Build(part, use, unknowns))),
        Negation negation => _diagram.Apply((int)Operation.Not, static (truth, _) => (int)Truth.True - truth, Build(negation.Part, use, unknowns), Diagram.Constant(0)),
        Defined defined => Build(defined.Body, use, unknowns),
        Leaf leaf => BuildLeaf(leaf, use, unknowns),
        _ => throw new InvalidOperationException($"no diagram for {condition.GetType().Name}"),
    };

    private int BuildLeaf(Leaf leaf, int use, Unknowns? unknowns)
    {
        if (unknowns is not null && unknowns.IsFree(leaf))
        {
            return unknowns.Literal(leaf);
        }

        var present = Evaluate(leaf, _uses[use].Known[leaf.Fact.Slot]);
        var asItIs = present == Truth.Unknown && unknowns is not null ? unknowns.Literal(leaf) : Diagram.Constant((int)present);
        return _dials.TryGetValue((leaf.Fact.Path, leaf.Fact.IsOfUse ? use : null), out var dial)
            ? _diagram.Choose(dial, [asItIs, .. Dials[dial].Values.Select(value => Diagram.Constant((int)Evaluate(leaf, value is null ? null : new KnownFact(value, Basis.Attested, _day))))])
            : asItIs;
    }

    private Truth Evaluate(Leaf leaf, KnownFact? known) => _evaluator.Evaluate(leaf, known, LeafEvaluator.OperandOf(leaf) is { } operand ? _evaluator.Resolve(operand) : null);

    private int Dropped(int use) => _dials.TryGetValue(("", use), out var dial) ? _diagram.Literal(dial, [0, 1]) : Diagram.Constant(0);

    private int Exactly(ImmutableArray<Step> steps) => Dials.Select((dial, i) => (dial, i)).Aggregate(Diagram.Constant(1), (sum, pair) =>
    {
        var position = steps.FirstOrDefault(step => step.Dial == pair.i).Position;
        return And(sum, _diagram.Literal(pair.i, [.. Enumerable.Range(0, pair.dial.Positions).Select(other => other == position ? 1 : 0)]));
    });

    private int Is(int diagram, int least, int most) =>
        _diagram.Apply((int)Operation.Is + (8 * least) + most, (first, _) => first >= least && first <= most ? 1 : 0, diagram, Diagram.Constant(0));

    private int And(int left, int right) => Join(Operation.And, left, right);

    private int Or(int left, int right) => Join(Operation.Or, left, right);

    private int Without(int left, int right) => _diagram.Apply((int)Operation.Without, static (first, second) => second == 1 ? 0 : first, left, right);

    private int Join(Operation operation, int left, int right) => operation == Operation.And
        ? _diagram.Apply((int)operation, static (first, second) => Math.Min(first, second), left, right)
        : _diagram.Apply((int)operation, static (first, second) => Math.Max(first, second), left, right);

    private IEnumerable<Condition> Conditions(RuleProgram program) =>
        [program.Trigger, .. program.Requirement is { } requirement ? new[] { requirement } : [], .. program.Reliefs.Where(relief => relief.IsInForce(_day)).Select(relief => relief.Condition)];

    private enum Operation
    {
        And,
        Or,
        Not,
        Without,
        Relieve,
        Permit,
        Decide,
        Settle,
        Is,
    }

    /// <summary>The variables of what stays unknown to one rule: of a fact its possible values, of what has none each test by itself.</summary>
    private sealed class Unknowns(Speaking rule, CureSpace space)
    {
        private readonly Dictionary<string, int> _literals = new(StringComparer.Ordinal);
        private int _next = space.Dials.Length;

        public Func<Leaf, bool> IsFree { get; init; } = _ => false;

        public bool StaysUnknown { get; init; }

        public int Literal(Leaf leaf)
        {
            if (StaysUnknown && !IsFree(leaf))
            {
                return Diagram.Constant((int)Truth.Unknown);
            }

            var key = LeafKey.Of(leaf);
            if (!_literals.TryGetValue(key, out var literal))
            {
                Add(leaf, key);
                literal = _literals[key];
            }

            return literal;
        }

        private void Add(Leaf leaf, string key)
        {
            var fact = leaf.Fact;
            ImmutableArray<Leaf> tests = [.. space.Conditions(rule.Program).SelectMany(condition => condition.Leaves())
                .Where(other => other.Fact.Path == fact.Path && Completions.AspectOf(other) == Completions.AspectOf(leaf) && IsUnknown(other) && !IsFree(other) && !IsUnset(other)).DistinctBy(LeafKey.Of, StringComparer.Ordinal)];
            if (!IsFree(leaf) && !IsUnset(leaf) && new Completions(space._evaluator, space._day).Of(fact, space._uses[rule.Use].Known.ValueOf(fact), tests) is { } completions)
            {
                for (var i = 0; i < tests.Length; i++)
                {
                    _literals[LeafKey.Of(tests[i])] = space._diagram.Literal(_next, [.. completions.Select(completion => completion.Truths[i] ? (int)Truth.True : (int)Truth.False)]);
                }
            }
            else
            {
                _literals[key] = space._diagram.Literal(_next, [(int)Truth.False, (int)Truth.True]);
            }

            _next++;
        }

        private bool IsUnknown(Leaf leaf) => space.Evaluate(leaf, space._uses[rule.Use].Known[leaf.Fact.Slot]) == Truth.Unknown;

        private bool IsUnset(Leaf leaf) => LeafEvaluator.OperandOf(leaf) is { Parameter: not null } operand && space._evaluator.Resolve(operand) is null;
    }
}
