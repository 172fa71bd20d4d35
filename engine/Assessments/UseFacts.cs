using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>What is known of one use: what its manifest states, for it or for all uses, and what follows from that.</summary>
/// <param name="Stated">The stated fact in each slot, or null.</param>
/// <param name="Known">What is known by statements that are as strong as was asked for.</param>
internal sealed record UseFacts(ImmutableArray<StatedFact?> Stated, KnownFacts Known)
{
    public static UseFacts Of(Manifest manifest, Use use, Vocabulary vocabulary, Basis minBasis)
    {
        var stated = ImpliedFacts.BySlot(manifest.Facts, use.Facts, vocabulary);
        ImpliedFacts.Complete(stated, vocabulary);
        var slots = ImmutableCollectionsMarshal.AsImmutableArray(stated);
        return new(slots, new(slots, minBasis));
    }
}
