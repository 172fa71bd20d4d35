using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>A rule's program on one day: its tests with their operands resolved, its reliefs in force or not, and its compiled expression.</summary>
public sealed class DatedProgram
{
    /// <summary>Prepares a program for a day.</summary>
    /// <param name="program">The program.</param>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    public DatedProgram(RuleProgram program, LeafEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(evaluator);
        Program = program;
        Tests = [.. program.Leaves.Select(leaf => DatedTest.Create(leaf, evaluator))];
        InForce = [.. program.Reliefs.Select(relief => relief.IsInForce(evaluator.Day))];
    }

    /// <summary>The program.</summary>
    public RuleProgram Program { get; }

    /// <summary>The tests of its leaves, in their order.</summary>
    internal DatedTest[] Tests { get; }

    /// <summary>Whether each of its reliefs is in force.</summary>
    internal bool[] InForce { get; }

    /// <summary>Its expression as RulesEngine compiled it; null until it is first evaluated.</summary>
    internal Func<object[], bool?>? Compiled { get; set; }

    /// <summary>The truth of each of its leaves, those included that evaluation had no need of.</summary>
    /// <param name="facts">What is known of the use.</param>
    public ImmutableArray<Truth> Truths(KnownFacts facts)
    {
        var truths = new Truth[Tests.Length];
        for (var i = 0; i < truths.Length; i++)
        {
            truths[i] = Kleene.Of(Tests[i].Of(facts));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(truths);
    }

    /// <summary>The truths of its leaves in two bits each, the first in the highest; of at most 32 leaves.</summary>
    /// <param name="facts">What is known of the use.</param>
    internal ulong TruthsAsNumber(KnownFacts facts)
    {
        var number = 0UL;
        foreach (var test in Tests)
        {
            number = (number << 2) | (ulong)Kleene.Of(test.Of(facts));
        }

        return number;
    }
}
