namespace PolicyCheck.Evaluation;

/// <summary>
/// The one type that expressions see. An expression joins the truths of a rule's tests, which it asks for by number, with the three-valued
/// connectives of <see cref="bool"/>?: true, false, and null for unknown. One reader serves one use, one rule at a time.
/// </summary>
public sealed class FactReader
{
    private readonly KnownFacts _facts;
    private DatedTest[] _tests = [];
    private bool[] _inForce = [];

    /// <summary>Makes a reader of a use's facts.</summary>
    /// <param name="facts">What is known of the use.</param>
    public FactReader(KnownFacts facts) => (_facts, Arguments) = (facts, [this]);

    /// <summary>What an expression is called with: this reader alone.</summary>
    internal object[] Arguments { get; }

    /// <summary>Whether the last expression's rule speaks; null where that is unknown.</summary>
    internal bool? Speaking { get; private set; }

    /// <summary>The truth of one of the rule's tests; null where it is unknown.</summary>
    /// <param name="test">The test's number, in the order in which the rule was compiled.</param>
    public bool? Test(int test) => _tests[test].Of(_facts);

    /// <summary>Whether an exception or a permission is in force on the day.</summary>
    /// <param name="relief">Its number.</param>
    public bool InForce(int relief) => _inForce[relief];

    /// <summary>Notes whether the rule speaks, which an expression says first, and hands it on.</summary>
    /// <param name="trigger">Whether it does; null where that is unknown.</param>
    public bool? Speaks(bool? trigger) => Speaking = trigger;

    /// <summary>Turns to another rule.</summary>
    /// <param name="program">The rule on its day.</param>
    internal void TurnTo(DatedProgram program) => (_tests, _inForce, Speaking) = (program.Tests, program.InForce, null);
}
