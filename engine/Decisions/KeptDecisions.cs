using System.Collections.Concurrent;
using System.Collections.Immutable;
using PolicyCheck.Evaluation;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>
/// What undecided rules hang on, on one day. Where nothing is stated of the facts that are open, that follows from the truths of the rule's tests
/// alone, so it is examined once for all uses that leave them the same; safe to share between threads.
/// </summary>
/// <param name="evaluator">What evaluates leaves on the day.</param>
internal sealed class KeptDecisions(LeafEvaluator evaluator)
{
    // A decision takes some hundred bytes; beyond this many those kept are forgotten.
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(DatedProgram Program, string Truths), Decision> _kept = [];

    /// <summary>Examines an undecided rule.</summary>
    /// <param name="program">The rule on the day.</param>
    /// <param name="facts">What is known of the use.</param>
    public Decision Examine(DatedProgram program, KnownFacts facts)
    {
        var truths = program.Truths(facts);
        if (!IsSilent(program, truths, facts))
        {
            return Examine(program, truths, facts);
        }

        var key = (program, string.Create(truths.Length, truths, static (text, truths) => Write(text, truths)));
        if (_kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd(key, Examine(program, truths, facts));
    }

    /// <summary>Whether every completion still keeps a rule where only some of its exceptions and permissions count.</summary>
    /// <param name="program">The rule on the day.</param>
    /// <param name="facts">What is known of the use.</param>
    /// <param name="counts">Which of them do.</param>
    public bool IsKeptWith(DatedProgram program, KnownFacts facts, Func<Relief, bool> counts) =>
        DecisiveFacts.Examine(program.Program, program.Truths(facts), facts, evaluator, counts).Agreed == Completed.Pass;

    private static void Write(Span<char> text, ImmutableArray<Truth> truths)
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)('0' + (int)truths[i]);
        }
    }

    private static bool IsSilent(DatedProgram program, ImmutableArray<Truth> truths, KnownFacts facts)
    {
        for (var i = 0; i < truths.Length; i++)
        {
            if (truths[i] == Truth.Unknown && facts.ValueOf(program.Program.Leaves[i].Fact) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private Decision Examine(DatedProgram program, ImmutableArray<Truth> truths, KnownFacts facts) => DecisiveFacts.Examine(program.Program, truths, facts, evaluator);
}
