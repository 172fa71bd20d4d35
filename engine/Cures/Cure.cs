using System.Collections.Immutable;
using PolicyCheck.Manifests;
using PolicyCheck.Values;

namespace PolicyCheck.Cures;

/// <summary>Changes that together make a deployment compliant, none of which can be left out.</summary>
/// <param name="Changes">The changes: settings, then documents, then uses that are given up.</param>
public sealed record Cure(ImmutableArray<Change> Changes)
{
    /// <summary>The deployment as it would be: every fact that changes is as well known as can be, from the day asked about.</summary>
    /// <param name="manifest">The deployment as it is; nothing is written to its file.</param>
    /// <param name="asOf">The day asked about.</param>
    public Manifest Apply(Manifest manifest, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var dropped = Changes.Where(change => change.Kind == ChangeKind.DroppedUse).Select(change => change.Use?.Id).ToHashSet(StringComparer.Ordinal);
        return manifest with
        {
            Facts = Changed(manifest.Facts, Changes.Where(change => change.Use is null)),
            Uses = [.. manifest.Uses.Where(use => !dropped.Contains(use.Id)).Select(use => use with { Facts = Changed(use.Facts, Changes.Where(change => change.Use?.Id == use.Id)) })],
        };

        ImmutableArray<StatedFact> Changed(ImmutableArray<StatedFact> facts, IEnumerable<Change> changes)
        {
            foreach (var change in changes)
            {
                if (change is { Fact: { } fact, To: { } value })
                {
                    facts = [.. facts.Where(stated => stated.Fact.Path != fact.Path), Stated(fact, value)];
                }
            }

            return facts;
        }

        StatedFact Stated(Facts.FactDeclaration fact, Value value) => new(fact, value, Basis.Attested, null, asOf, manifest.Location);
    }
}
