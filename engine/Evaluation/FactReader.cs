using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>
/// The one type that expressions see. An expression joins the truths of a rule's tests, which it asks for by number, with the three-valued
/// connectives of <see cref="bool"/>?: true, false, and null for unknown. One reader serves one use on one day, one rule at a time; what a
/// test came to is kept, since rules of one text share their tests.
/// </summary>
public sealed class FactReader
{
    private readonly KnownFacts _facts;
    private readonly byte[] _truths;
    private DatedProgram? _program;

    /// <summary>Makes a reader of a use's facts.</summary>
    /// <param name="facts">What is known of the use.</param>
    /// <param name="programs">The programs of the day asked about.</param>
    public FactReader(KnownFacts facts, DatedPrograms programs)
    {
        ArgumentNullException.ThrowIfNull(programs);
        (_facts, _truths, Arguments) = (facts, new byte[programs.TestCount], [this]);
    }

    /// <summary>What an expression is called with: this reader alone.</summary>
    internal object[] Arguments { get; }

    /// <summary>What is known of the use.</summary>
    internal KnownFacts Facts => _facts;

    /// <summary>Whether the last expression's rule speaks; null where that is unknown.</summary>
    internal bool? Speaking { get; private set; }

    /// <summary>The truth of one of the rule's tests; null where it is unknown.</summary>
    /// <param name="test">The test's number, in the order in which the rule was compiled.</param>
    public bool? Test(int test) => (_program ?? throw NoRule()).Tests[test] is var dated && dated.Number < _truths.Length ? Kept(dated) : Lifted(dated.Of(_facts));

    /// <summary>Whether an exception or a permission is in force on the day.</summary>
    /// <param name="relief">Its number.</param>
    public bool InForce(int relief) => (_program ?? throw NoRule()).InForce[relief];

    /// <summary>Notes whether the rule speaks, which an expression says first, and hands it on.</summary>
    /// <param name="trigger">Whether it does; null where that is unknown.</param>
    public bool? Speaks(bool? trigger) => Speaking = trigger;

    /// <summary>Turns to another rule.</summary>
    /// <param name="program">The rule on the reader's day.</param>
    internal void TurnTo(DatedProgram program) => (_program, Speaking) = (program, null);

    private static bool? Lifted(Truth truth) => truth == Truth.Unknown ? null : truth == Truth.True;

    private static InvalidOperationException NoRule() => new("the reader was turned to no rule");

    // One more than the truth, so that zero stands for a test that wasn't asked for yet.
    private bool? Kept(DatedTest test)
    {
        ref var kept = ref _truths[test.Number];
        if (kept == 0)
        {
            kept = (byte)(test.Of(_facts) + 1);
        }

        return Lifted((Truth)(kept - 1));
    }
}
