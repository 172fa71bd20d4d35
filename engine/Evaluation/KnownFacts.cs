using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>What is known of one use.</summary>
/// <param name="slots">What is known in each slot; null where the fact isn't stated, as are those of slots beyond the last.</param>
public sealed class KnownFacts(ImmutableArray<KnownFact?> slots)
{
    /// <summary>Of a use of which nothing is stated.</summary>
    public static KnownFacts Nothing { get; } = new([]);

    /// <summary>What is known in a slot, or null where the fact isn't stated.</summary>
    /// <param name="slot">The slot.</param>
    public KnownFact? this[int slot] => slot < slots.Length ? slots[slot] : null;

    /// <summary>The value of a fact; null where it isn't stated, or more weakly than was asked for.</summary>
    /// <param name="fact">The fact.</param>
    public Value? ValueOf(FactDeclaration fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return this[fact.Slot]?.Value;
    }
}
