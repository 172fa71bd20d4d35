using System.Text;
using PolicyCheck.Benchmarks.Generation;
using PolicyCheck.Benchmarks.Measuring;
using PolicyCheck.Loading;

namespace PolicyCheck.Benchmarks;

/// <summary>Times how costs grow: with manifests, and with rule sets that bind elsewhere.</summary>
internal static class GrowthTimes
{
    // Countries other than that of the manifests.
    private static readonly string[] Elsewhere = ["IS", "NO", "CH", "NZ", "ZA", "KE", "CL", "PE", "IN", "KR", "TH", "SG"];

    public static void Measure(BenchmarkOptions options, Measurements measurements)
    {
        var rounds = options.Rounds ?? 9;
        Manifests(options.Manifests, rounds, measurements);
        RuleSets(rounds, measurements);
    }

    private static void Manifests(int most, int rounds, Measurements measurements)
    {
        var subject = new Subject(RuleGenerator.Rules(100));
        var all = ManifestGenerator.Manifests(most).Select(ManifestText.Yaml).ToList();
        var tenth = all[..(most / 10)];
        var medians = Interleaved.Medians(rounds, 1, Interleaved.Milliseconds(() => Run(tenth)), Interleaved.Milliseconds(() => Run(all)));
        measurements.Add(new($"growth, {all.Count} YAML manifests beside {tenth.Count}, a manifest", medians[1] / all.Count * 1000, medians[0] / tenth.Count * 1000, $"of {tenth.Count}", "µs") { AtMost = 1.1 });

        void Run(List<byte[]> documents) => documents.ForEach(bytes => subject.Judge(subject.Read("m.manifest.yaml", bytes)));
    }

    private static void RuleSets(int rounds, Measurements measurements)
    {
        var few = new Subject(Files(10));
        var many = new Subject(Files(1000));
        var manifests = ManifestGenerator.Manifests(200).Select(American).Select(manifest => few.Read($"{manifest.Name}.manifest.yaml", ManifestText.Yaml(manifest))).ToList();
        var medians = Interleaved.Medians(
            rounds,
            3,
            Interleaved.MicrosecondsEach(manifests, manifest => few.Judge(manifest)),
            Interleaved.MicrosecondsEach(manifests, manifest => many.Judge(manifest)),
            Interleaved.MicrosecondsEach(manifests, manifest => few.Explain(manifest)),
            Interleaved.MicrosecondsEach(manifests, manifest => many.Explain(manifest)));
        measurements.Add(new("growth, 1000 rule sets of which 10 apply, without explanation", medians[1], medians[0], "10 rule sets", "µs") { AtMost = 1.2 });
        measurements.Add(new("growth, 1000 rule sets of which 10 apply, with explanation", medians[3], medians[2], "10 rule sets", "µs") { AtMost = 1.2 });
    }

    // The first ten bind where the manifests are.
    private static IEnumerable<PolicyFile> Files(int count) => RuleGenerator.Rules(count * GeneratedRule.PerSet)
        .GroupBy(rule => rule.Number / GeneratedRule.PerSet)
        .Select(set => new PolicyFile(
            $"{set.First().SetId}.rules.yaml",
            Encoding.UTF8.GetBytes(RuleSetText.Write(set.First().SetId, set.Key < 10 ? "US" : Elsewhere[set.Key % Elsewhere.Length], set))))
        .Prepend(RuleSetText.Vocabulary);

    private static GeneratedManifest American(GeneratedManifest manifest) =>
        manifest with { Facts = [.. manifest.Facts.Select(stated => stated.Fact.Path == "places" ? (stated.Fact, ["US-OR/portland"]) : stated)] };
}
