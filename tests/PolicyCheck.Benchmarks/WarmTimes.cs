using PolicyCheck.Assessments;
using PolicyCheck.Benchmarks.Floor;
using PolicyCheck.Benchmarks.Generation;
using PolicyCheck.Benchmarks.Measuring;

namespace PolicyCheck.Benchmarks;

/// <summary>Times the judging of manifests that are in memory by rules that are compiled.</summary>
internal static class WarmTimes
{
    private const int Population = 1000;

    public static void Measure(int rounds, Measurements measurements)
    {
        foreach (var count in new[] { 20, 100 })
        {
            var rules = RuleGenerator.Rules(count);
            var subject = new Subject(rules);
            Agreement.Check(subject, count);
            var drawn = ManifestGenerator.Manifests(Population).ToList();
            var manifests = drawn.Select(manifest => subject.Read($"{manifest.Name}.manifest.yaml", ManifestText.Yaml(manifest))).ToList();
            var deployments = drawn.Select(manifest => new Deployment(manifest)).ToList();
            var delegates = FloorRules.All[..count].ToArray();
            var outcomes = new RuleOutcome[count];
            var medians = Interleaved.Medians(
                rounds,
                5,
                Interleaved.MicrosecondsEach(deployments, deployment => Floor(delegates, deployment, outcomes)),
                Interleaved.MicrosecondsEach(manifests, manifest => subject.Judge(manifest)),
                Interleaved.MicrosecondsEach(manifests, manifest => subject.Explain(manifest)));
            measurements.Add(new($"warm, {count} rules, without explanation", medians[1], medians[0], "delegates", "µs") { AtMost = count == 100 ? 3 : null });
            measurements.Add(new($"warm, {count} rules, with explanation", medians[2], medians[0], "delegates", "µs") { AtMost = count == 100 ? 10 : null });
        }
    }

    private static void Floor(Func<Deployment, RuleOutcome>[] delegates, Deployment deployment, RuleOutcome[] outcomes)
    {
        for (var i = 0; i < delegates.Length; i++)
        {
            outcomes[i] = delegates[i](deployment);
        }
    }
}
