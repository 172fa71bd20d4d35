using System.Diagnostics.CodeAnalysis;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>
/// The one type that expressions see: it reads facts by slot, compares them with constants by number, joins truths by strong
/// Kleene logic and notes what came of each leaf. One reader serves one use on one day, one rule at a time.
/// </summary>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Expressions call these on the reader they are given.")]
public sealed class FactReader
{
    private readonly KnownFacts _facts;
    private readonly LeafEvaluator _evaluator;
    private readonly DateOnly _day;
    private RuleProgram? _program;
    private Truth[] _truths = [];

    /// <summary>Makes a reader of a use's facts.</summary>
    /// <param name="facts">What is known of the use.</param>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    /// <param name="day">The day asked about.</param>
    public FactReader(KnownFacts facts, LeafEvaluator evaluator, DateOnly day) => (_facts, _evaluator, _day) = (facts, evaluator, day);

    /// <summary>What the last expression concluded; null where it didn't come so far.</summary>
    internal Conclusion? Conclusion { get; private set; }

    /// <summary>The constant true.</summary>
    public Truth Holds() => Truth.True;

    /// <summary>The constant false.</summary>
    public Truth Fails() => Truth.False;

    /// <summary>Conjunction.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public Truth All(Truth left, Truth right) => Kleene.And(left, right);

    /// <summary>Disjunction.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public Truth Any(Truth left, Truth right) => Kleene.Or(left, right);

    /// <summary>Negation.</summary>
    /// <param name="truth">What to negate.</param>
    public Truth Not(Truth truth) => Kleene.Not(truth);

    /// <summary>Whether an exception or a permission is in force.</summary>
    /// <param name="relief">Its number.</param>
    public Truth InForce(int relief) => Kleene.Of(Program.Reliefs[relief].IsInForce(_day));

    /// <summary>Whether a fact equals a constant.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constant's number.</param>
    public Truth Is(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a fact equals one of the constants.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constants' number.</param>
    public Truth OneOf(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a set has one of the constants.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constants' number.</param>
    public Truth IncludesAny(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a set has all of the constants.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constants' number.</param>
    public Truth IncludesAll(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a set has nothing but the constants.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constants' number.</param>
    public Truth Only(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a fact is the constant or more.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constant's number.</param>
    public Truth AtLeast(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a fact is more than the constant.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constant's number.</param>
    public Truth MoreThan(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a fact is the constant or less.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constant's number.</param>
    public Truth AtMost(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a fact is less than the constant.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constant's number.</param>
    public Truth IsLessThan(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a day lies before the constant.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constant's number.</param>
    public Truth Before(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a day is the constant or a later one.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constant's number.</param>
    public Truth OnOrAfter(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a day lies within a span before the day asked about.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The span's number.</param>
    public Truth WithinSpan(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a place lies in one of the constants.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constants' number.</param>
    public Truth WithinPlace(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether every place lies in one of the constants.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The constants' number.</param>
    public Truth OnlyWithinPlaces(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a pattern describes a text.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The pattern's number.</param>
    public Truth Matches(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a fact is stated.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The test's number.</param>
    public Truth Known(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a fact is known at least as well as asked.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The test's number.</param>
    public Truth HasBasis(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether the day of a fact's statement lies within a span before the day asked about.</summary>
    /// <param name="slot">The fact's slot.</param>
    /// <param name="constant">The span's number.</param>
    public Truth NotOlderThan(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether each row meets a condition.</summary>
    /// <param name="slot">The list's slot.</param>
    /// <param name="constant">The condition's number.</param>
    public Truth EachRow(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether some row meets a condition.</summary>
    /// <param name="slot">The list's slot.</param>
    /// <param name="constant">The condition's number.</param>
    public Truth SomeRow(int slot, int constant) => Note(slot, constant);

    /// <summary>Whether a measure over rows compares as it must with a constant.</summary>
    /// <param name="slot">The list's slot.</param>
    /// <param name="constant">The constant's number.</param>
    public Truth Measure(int slot, int constant) => Note(slot, constant);

    /// <summary>Ends an expression: notes what it came to, and answers whether the rule is kept for certain.</summary>
    /// <param name="trigger">Whether the rule speaks.</param>
    /// <param name="requirement">Whether what it requires holds.</param>
    /// <param name="relief">Whether an exception or a permission applies.</param>
    public bool Conclude(Truth trigger, Truth requirement, Truth relief)
    {
        Conclusion = new(trigger, requirement, relief, [.. _truths]);
        return trigger == Truth.False || Kleene.Or(requirement, relief) == Truth.True;
    }

    /// <summary>Turns to another rule.</summary>
    /// <param name="program">The rule.</param>
    internal void TurnTo(RuleProgram program)
    {
        (_program, Conclusion) = (program, null);
        _truths = new Truth[program.Leaves.Length];
        Array.Fill(_truths, Truth.Unknown);
    }

    private RuleProgram Program => _program ?? throw new InvalidOperationException("the reader was turned to no rule");

    private Truth Note(int slot, int constant)
    {
        var leaf = Program.Leaves[constant];
        var operand = LeafEvaluator.OperandOf(leaf) is { } given ? _evaluator.Resolve(given) : null;
        return _truths[constant] = _evaluator.Evaluate(leaf, _facts[slot], operand);
    }
}
