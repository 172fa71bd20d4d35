using System.Collections.Immutable;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>What follows from one fact about another that a manifest doesn't state.</summary>
/// <param name="Title">Why it follows, in a sentence.</param>
/// <param name="When">The fact it follows from.</param>
/// <param name="Values">The values it follows from; empty where it follows from any.</param>
/// <param name="Then">The fact it is about.</param>
/// <param name="Value">The value that follows, or null where it is that of <paramref name="When"/>.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record Implication(string Title, FactDeclaration When, ImmutableArray<Value> Values, FactDeclaration Then, Value? Value, Location Location)
{
    /// <summary>Whether the fact is certain to have the value; else it only has it where nothing else is stated.</summary>
    public bool IsNecessary => Value is not null;

    /// <summary>The value that follows from a stated one, or null where nothing does.</summary>
    /// <param name="stated">The value of <see cref="When"/>.</param>
    public Value? From(Value stated) => Values.IsEmpty || Values.Contains(stated) ? Value ?? stated : null;
}
