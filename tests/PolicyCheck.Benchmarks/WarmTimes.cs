using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Benchmarks.Floor;
using PolicyCheck.Benchmarks.Generation;
using PolicyCheck.Benchmarks.Measuring;
using PolicyCheck.Benchmarks.Peers;

namespace PolicyCheck.Benchmarks;

/// <summary>Times the judging of manifests that are in memory by rules that are compiled, beside delegates and, where wanted, beside peers.</summary>
internal static class WarmTimes
{
    public static void Measure(BenchmarkOptions options, Measurements measurements)
    {
        foreach (var count in new[] { 20, 100 })
        {
            Measure(count, options, measurements);
        }
    }

    private static void Measure(int count, BenchmarkOptions options, Measurements measurements)
    {
        var rules = RuleGenerator.Rules(count);
        var subject = new Subject(rules);
        Agreement.Check(subject, count, options.Manifests);
        var all = ManifestGenerator.Manifests(options.Manifests).ToList();
        var manifests = all.Select(manifest => subject.Read($"{manifest.Name}.manifest.yaml", ManifestText.Yaml(manifest))).ToList();
        var deployments = all.Select(manifest => new Deployment(manifest)).ToList();
        var delegates = FloorRules.All[..count].ToArray();
        var outcomes = new RuleOutcome[count];
        var works = new List<Func<double>>
        {
            Interleaved.MicrosecondsEach(deployments, deployment => Floor(delegates, deployment, outcomes)),
            Interleaved.MicrosecondsEach(manifests, manifest => subject.Judge(manifest)),
            Interleaved.MicrosecondsEach(manifests, manifest => subject.Explain(manifest)),
            Interleaved.MicrosecondsEach(manifests, manifest => subject.ExplainAll(manifest)),
        };
        var peers = options.WithPeers ? NodePeers.Start(PeerPackages.Install(), rules, all) : [];
        works.AddRange(peers.Select<NodePeer, Func<double>>(peer => () => peer.Turn()));
        if (options.WithPeers)
        {
            works.Add(Plain(rules, all));
        }

        var medians = Interleaved.Medians(options.Rounds ?? 15, 5, [.. works]);
        Array.ForEach([.. peers], peer => peer.Dispose());
        var what = $"warm, {count} rules, without explanation";
        measurements.Add(new(what, medians[1], medians[0], "delegates", "µs") { AtMost = count == 100 ? 3 : null });
        measurements.Add(new($"warm, {count} rules, with explanation", medians[2], medians[0], "delegates", "µs") { AtMost = count == 100 ? 10 : null });
        measurements.Add(new($"warm, {count} rules, each explained, those that don't apply too", medians[3], medians[0], "delegates", "µs"));
        foreach (var (peer, median) in peers.Zip(medians[4..]))
        {
            measurements.Add(new(what, medians[1], median, peer.Engine, "µs") { TimesFaster = peer.Engine == "ajv" ? 1 : 50 });
        }

        if (options.WithPeers)
        {
            measurements.Add(new(what, medians[1], medians[^1], "RulesEngine fed plainly", "µs"));
        }
    }

    private static void Floor(Func<Deployment, RuleOutcome>[] delegates, Deployment deployment, RuleOutcome[] outcomes)
    {
        for (var i = 0; i < delegates.Length; i++)
        {
            outcomes[i] = delegates[i](deployment);
        }
    }

    private static Func<double> Plain(ImmutableArray<GeneratedRule> rules, List<GeneratedManifest> manifests)
    {
        var plain = new PlainRulesEngine(rules);
        plain.Check(manifests);
        var deployments = manifests.Select(manifest => new PlainDeployment(manifest)).ToList();
        return Interleaved.MicrosecondsEach(deployments, deployment => plain.Judge(deployment));
    }
}
