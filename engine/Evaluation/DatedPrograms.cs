using System.Collections.Concurrent;
using PolicyCheck.Conditions;

namespace PolicyCheck.Evaluation;

/// <summary>The programs of rules on one day, each made when first needed; safe to share between threads.</summary>
public sealed class DatedPrograms
{
    private readonly ConcurrentDictionary<RuleProgram, DatedProgram> _programs = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Leaf, DatedTest> _tests = new(ReferenceEqualityComparer.Instance);
    private int _count;

    /// <summary>Makes the programs of a day.</summary>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    public DatedPrograms(LeafEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        Evaluator = evaluator;
    }

    /// <summary>What evaluates leaves on the day.</summary>
    public LeafEvaluator Evaluator { get; }

    /// <summary>How many tests were made so far; their numbers are below.</summary>
    internal int TestCount => Volatile.Read(ref _count);

    /// <summary>A program on the day.</summary>
    /// <param name="program">The program.</param>
    public DatedProgram Of(RuleProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return _programs.TryGetValue(program, out var known) ? known : _programs.GetOrAdd(program, Date(program));
    }

    private DatedProgram Date(RuleProgram program) => new(
        program,
        [.. program.Leaves.Select(leaf => _tests.TryGetValue(leaf, out var test) ? test : _tests.GetOrAdd(leaf, DatedTest.Create(leaf, Evaluator, Interlocked.Increment(ref _count) - 1)))],
        [.. program.Reliefs.Select(relief => relief.IsInForce(Evaluator.Day))]);
}
