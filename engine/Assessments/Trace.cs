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
    public IEnumerable<Trace> Leaves() => Gathered(decisiveAlone: false);

    /// <summary>The leaves that made the condition what it is: of a true conjunction all, of a false one those that are false, and so on.</summary>
    public IEnumerable<Trace> Decisive() => Gathered(decisiveAlone: true);

    private List<Trace> Gathered(bool decisiveAlone)
    {
        var leaves = new List<Trace>();
        Gather(leaves, decisiveAlone);
        return leaves;
    }

    private void Gather(List<Trace> leaves, bool decisiveAlone)
    {
        if (Condition is Leaf)
        {
            leaves.Add(this);
            return;
        }

        var isJoined = Condition is AllOf or AnyOf;
        foreach (var part in Parts)
        {
            if (!decisiveAlone || !isJoined || part.Truth == Truth)
            {
                part.Gather(leaves, decisiveAlone);
            }
        }
    }
}
