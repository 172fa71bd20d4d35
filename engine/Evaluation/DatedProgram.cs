using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>A rule's program on one day: its tests with their operands resolved, its reliefs in force or not, and its compiled expression.</summary>
public sealed class DatedProgram
{
    internal DatedProgram(RuleProgram program, ImmutableArray<DatedTest> tests, ImmutableArray<bool> inForce) => (Program, Tests, InForce) = (program, tests, inForce);

    /// <summary>The program.</summary>
    public RuleProgram Program { get; }

    /// <summary>Its expression as RulesEngine compiled it; null until it is first evaluated.</summary>
    internal Func<object[], bool?>? Compiled { get; set; }

    /// <summary>The tests of its leaves, in their order.</summary>
    internal ImmutableArray<DatedTest> Tests { get; }

    /// <summary>Whether each of its reliefs is in force.</summary>
    internal ImmutableArray<bool> InForce { get; }

    /// <summary>The truth of each of its leaves, those included that evaluation had no need of.</summary>
    /// <param name="facts">What is known of the use.</param>
    public ImmutableArray<Truth> Truths(KnownFacts facts)
    {
        var truths = new Truth[Tests.Length];
        for (var i = 0; i < truths.Length; i++)
        {
            truths[i] = Tests[i].Of(facts);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(truths);
    }
}
