using PolicyCheck.Benchmarks.Generation;
using PolicyCheck.Benchmarks.Peers;

namespace PolicyCheck.Benchmarks;

/// <summary>Compares everything that is measured, and measures nothing.</summary>
internal static class AgreementRun
{
    /// <summary>Runs all comparisons.</summary>
    /// <param name="population">How many manifests are compared.</param>
    public static int Run(int population)
    {
        var home = PeerPackages.Install();
        var rules = RuleGenerator.Rules(100);
        var manifests = ManifestGenerator.Manifests(population).ToList();
        foreach (var peer in NodePeers.Start(home, rules, manifests))
        {
            peer.Dispose();
        }

        new PlainRulesEngine(rules).Check(manifests);
        new GuardPeer(home, rules, manifests).Check();
        Agreement.Check(new Subject(rules), rules.Length, population);
        return 0;
    }
}
