using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;

namespace PolicyCheck.Questions;

/// <summary>
/// A variable of the joint diagram: all that tests can tell apart of an open fact, or where that is too much a part of it, or a test that
/// compares with a parameter nobody knows.
/// </summary>
/// <param name="Fact">The open fact; null where a parameter is unknown, which nobody can be asked about.</param>
/// <param name="Width">How many values it has.</param>
internal sealed record JointVariable(OpenFact? Fact, int Width)
{
    /// <summary>The parameter without a value in force, or null.</summary>
    public string? Parameter { get; init; }

    /// <summary>The tests whose truths together are the values, in the order of <see cref="Completion.Truths"/>.</summary>
    public ImmutableArray<Leaf> Tests { get; init; } = [];

    /// <summary>The completions that the values stand for; empty where they stand for something else.</summary>
    public ImmutableArray<Completion> Completions { get; init; } = [];

    /// <summary>Values of a set that all tests treat alike, of which a set can have none, some or (where they are several) all; else empty.</summary>
    public ImmutableArray<string> Group { get; init; } = [];

    /// <summary>Whether it stands for what tests can tell apart, no more and no less.</summary>
    public bool IsExact { get; init; } = true;
}
