using PolicyCheck.Reading;

namespace PolicyCheck.Symbols;

/// <summary>The facts that a vocabulary or a rule set declares, and those that manifests and cases state.</summary>
internal static class FactSymbols
{
    /// <summary>Notes declarations.</summary>
    /// <param name="facts">The mapping from paths to declarations, or what stands in its place.</param>
    /// <param name="mentions">Where they go.</param>
    public static void Declare(Node? facts, MentionBag mentions)
    {
        foreach (var (path, declaration) in (facts as MappingNode)?.Entries ?? [])
        {
            mentions.Declare(Symbol.Fact(path.Value), path);
            foreach (var (name, _) in ((declaration as MappingNode)?["fields"] as MappingNode)?.Entries ?? [])
            {
                mentions.Declare(new(SymbolKind.Field, path.Value, name.Value), name);
            }
        }
    }

    /// <summary>Notes facts as they are stated, nested or with dots.</summary>
    /// <param name="stated">The mapping.</param>
    /// <param name="prefix">What the keys above say of the paths, with a dot at its end.</param>
    /// <param name="known">The paths of all facts.</param>
    /// <param name="mentions">Where they go.</param>
    public static void Use(Node? stated, string prefix, IReadOnlySet<string> known, MentionBag mentions)
    {
        foreach (var (key, value) in (stated as MappingNode)?.Entries ?? [])
        {
            var path = prefix + key.Value;
            if (!known.Contains(path))
            {
                Use(value, path + ".", known, mentions);
                continue;
            }

            mentions.UseBelow(Symbol.Fact(path), key);
            var rows = value is MappingNode { } withBasis ? withBasis["value"] : value;
            foreach (var (name, _) in (rows as SequenceNode)?.Items.OfType<MappingNode>().SelectMany(row => row.Entries) ?? [])
            {
                mentions.Use(new(SymbolKind.Field, path, name.Value), name);
            }
        }
    }
}
