using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>What is known of one use, from the statements that are strong enough.</summary>
/// <param name="stated">The stated fact in each slot; null where it isn't stated, as are those of slots beyond the last.</param>
/// <param name="minBasis">The weakest basis that counts, inclusive.</param>
public sealed class KnownFacts(ImmutableArray<StatedFact?> stated, Basis minBasis)
{
    private readonly StatedFact?[] _stated = ImmutableCollectionsMarshal.AsArray(stated) ?? [];

    /// <summary>Of a use of which nothing is stated.</summary>
    public static KnownFacts Nothing { get; } = new([], default);

    /// <summary>What is known in a slot, or null where the fact isn't stated.</summary>
    /// <param name="slot">The slot.</param>
    public KnownFact? this[int slot] => Find(slot) is { } fact ? new(fact.Basis < minBasis ? null : fact.Value, fact.Basis, fact.On) : null;

    /// <summary>The value of a fact; null where it isn't stated, or more weakly than was asked for.</summary>
    /// <param name="fact">The fact.</param>
    public Value? ValueOf(FactDeclaration fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return ValueIn(fact.Slot);
    }

    /// <summary>The value in a slot; null where it isn't stated, or more weakly than was asked for.</summary>
    /// <param name="slot">The slot.</param>
    internal Value? ValueIn(int slot) => Find(slot) is { } fact && fact.Basis >= minBasis ? fact.Value : null;

    private StatedFact? Find(int slot) => slot < _stated.Length ? _stated[slot] : null;
}
