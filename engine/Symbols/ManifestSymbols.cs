using PolicyCheck.Manifests;
using PolicyCheck.Reading;

namespace PolicyCheck.Symbols;

/// <summary>What a manifest names: facts.</summary>
internal static class ManifestSymbols
{
    /// <summary>Collects the facts of one document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="known">The paths of all facts.</param>
    /// <param name="mentions">Where they go.</param>
    public static void Collect(MappingNode document, IReadOnlySet<string> known, MentionBag mentions)
    {
        FactSymbols.Use(Without(document, ManifestBinder.OwnKeys), "", known, mentions);
        Given(document, "", known, mentions);
        foreach (var use in (document["uses"] as SequenceNode)?.Items.OfType<MappingNode>() ?? [])
        {
            FactSymbols.Use(Without(use, ManifestBinder.OwnUseKeys), "use.", known, mentions);
            Given(use, "use.", known, mentions);
        }
    }

    private static void Given(MappingNode mapping, string prefix, IReadOnlySet<string> known, MentionBag mentions)
    {
        foreach (var name in (mapping[GivenBinder.Key] as SequenceNode)?.Items.OfType<ScalarNode>().Where(name => known.Contains(prefix + name.Value)) ?? [])
        {
            mentions.UseBelow(Symbol.Fact(prefix + name.Value), name);
        }
    }

    private static MappingNode Without(MappingNode mapping, IReadOnlyCollection<string> keys) =>
        mapping with { Entries = [.. mapping.Entries.Where(entry => !keys.Contains(entry.Key.Value))] };
}
