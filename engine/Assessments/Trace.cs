using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>A condition and its parts, each with its truth.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Truth">Its truth.</param>
/// <param name="Parts">Its parts, in the order of the text.</param>
public sealed record Trace(Condition Condition, Truth Truth, ImmutableArray<Trace> Parts)
{
    /// <summary>All leaves, in the order of the text.</summary>
    public IEnumerable<Trace> Leaves() => Condition is Leaf ? [this] : Parts.SelectMany(part => part.Leaves());

    /// <summary>The leaves that made the condition what it is: of a true conjunction all, of a false one those that are false, and so on.</summary>
    public IEnumerable<Trace> Decisive() => Condition switch
    {
        Leaf => [this],
        AllOf => Parts.Where(part => part.Truth == Truth).SelectMany(part => part.Decisive()),
        AnyOf => Parts.Where(part => part.Truth == Truth).SelectMany(part => part.Decisive()),
        _ => Parts.SelectMany(part => part.Decisive()),
    };
}
