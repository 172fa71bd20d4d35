using System.Collections.Immutable;
using PolicyCheck.Manifests;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>Facts that a case states, and facts that it leaves out.</summary>
/// <param name="Stated">Those stated, in the order written.</param>
/// <param name="LeftOut">The paths of those left out.</param>
internal sealed record CaseFacts(ImmutableArray<StatedFact> Stated, ImmutableHashSet<string> LeftOut)
{
    /// <summary>No facts.</summary>
    public static CaseFacts None { get; } = new([], []);

    /// <summary>These facts with others in their place.</summary>
    /// <param name="changes">The changes.</param>
    public CaseFacts With(CaseFacts changes)
    {
        var replaced = changes.Stated.Select(fact => fact.Fact.Path).Concat(changes.LeftOut).ToHashSet(StringComparer.Ordinal);
        return new([.. Stated.Where(fact => !replaced.Contains(fact.Fact.Path)), .. changes.Stated], []);
    }

    /// <summary>The deployment of which these facts hold.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="use">What its use is called.</param>
    /// <param name="location">Where the case is written.</param>
    public Manifest ToManifest(string name, string use, Location location) => new(
        "case",
        name,
        [.. Stated.Where(fact => !fact.Fact.IsOfUse)],
        [new(use, use, [.. Stated.Where(fact => fact.Fact.IsOfUse)], location)],
        location);
}
