using System.Collections.Immutable;

namespace PolicyCheck.Benchmarks.Generation;

/// <summary>A test of one fact.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Values">With what it is compared.</param>
internal sealed record GeneratedTest(GeneratedFact Fact, TestKind Kind, ImmutableArray<string> Values);

/// <summary>One of some tests holds.</summary>
/// <param name="Tests">The tests.</param>
internal sealed record AnyTest(ImmutableArray<GeneratedTest> Tests);

/// <summary>
/// A rule that every evaluator is given in its own language. It reads no fact twice, so that strong Kleene logic alone says exactly where
/// missing facts leave it open.
/// </summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="When">What makes it speak; all of it.</param>
/// <param name="Requires">What it requires then; a rule that requires nothing prohibits.</param>
/// <param name="Unless">Its exceptions.</param>
internal sealed record GeneratedRule(int Number, ImmutableArray<AnyTest> When, ImmutableArray<AnyTest> Requires, ImmutableArray<ImmutableArray<AnyTest>> Unless)
{
    /// <summary>How many rules a rule set has.</summary>
    public const int PerSet = 10;

    /// <summary>The rule's name within its rule set.</summary>
    public string Id => $"r{Number:D3}";

    /// <summary>The rule set's name.</summary>
    public string SetId => $"generated-{Number / PerSet:D3}";
}
