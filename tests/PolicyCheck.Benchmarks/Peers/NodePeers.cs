using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>The engines of Node's.</summary>
internal static class NodePeers
{
    /// <summary>Starts all of them, and holds what each says of all manifests against the delegates.</summary>
    /// <param name="home">Where they are installed.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="manifests">The manifests.</param>
    public static ImmutableArray<NodePeer> Start(string home, ImmutableArray<GeneratedRule> rules, IReadOnlyList<GeneratedManifest> manifests)
    {
        var facts = Path.Combine(home, "facts.ndjson");
        File.WriteAllLines(facts, manifests.Select(manifest => Encoding.UTF8.GetString(PeerFacts.Json(manifest))));
        ImmutableArray<NodePeer> peers =
        [
            new(home, "ajv", SchemaText.Write(rules), facts),
            new(home, "cedar", CedarText.Write(rules), facts),
            new(home, "json-rules-engine", JsonRulesText.Write(rules), facts),
        ];
        foreach (var peer in peers)
        {
            Agreement.Check(peer.Engine, manifests, peer.Broken(manifests.Count), rules.Length);
        }

        return peers;
    }
}
