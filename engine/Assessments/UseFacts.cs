using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>What is known of one use: what its manifest states, for it or for all uses, and what follows from that.</summary>
/// <param name="Stated">The stated fact in each slot, or null.</param>
/// <param name="Values">The value in each slot; null where the fact isn't stated.</param>
internal sealed record UseFacts(ImmutableArray<StatedFact?> Stated, ImmutableArray<Value?> Values)
{
    public static UseFacts Of(Manifest manifest, Use use, Vocabulary vocabulary)
    {
        var facts = new StatedFact?[vocabulary.Facts.Length];
        foreach (var fact in manifest.Facts.Concat(use.Facts))
        {
            facts[fact.Fact.Slot] = fact;
        }

        ImpliedFacts.Complete(facts, vocabulary);
        return new([.. facts], [.. facts.Select(fact => fact?.Value)]);
    }
}
