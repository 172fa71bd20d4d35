using System.Text;
using System.Text.Json;
using PolicyCheck.Benchmarks.Generation;
using PolicyCheck.Benchmarks.Measuring;
using PolicyCheck.Benchmarks.Peers;
using YamlDotNet.Core;

namespace PolicyCheck.Benchmarks;

/// <summary>Times the reading and judging of many manifests on all cores, beside what only reads them.</summary>
internal static class BulkTimes
{
    private const int Rules = 100;

    public static void Measure(BenchmarkOptions options, Measurements measurements)
    {
        var subject = new Subject(RuleGenerator.Rules(Rules));
        foreach (var missing in new[] { 0, 3 })
        {
            var drawn = ManifestGenerator.Manifests(options.Manifests, missing).ToList();
            var yaml = drawn.Select(ManifestText.Yaml).ToList();
            var json = drawn.Select(ManifestText.Json).ToList();
            var what = missing == 0 ? "" : $", {missing} facts missing";
            Console.WriteLine(Texts.Of($"a manifest has {yaml.Average(bytes => bytes.Length):0} bytes of YAML, {json.Average(bytes => bytes.Length):0} of JSON{what}"));
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                var medians = Interleaved.Medians(
                    options.Rounds ?? 7,
                    2,
                    Interleaved.Milliseconds(() => Each(yaml, threads, Events)),
                    Interleaved.Milliseconds(() => Each(yaml, threads, bytes => subject.Judge(subject.Read("m.manifest.yaml", bytes)))),
                    Interleaved.Milliseconds(() => Each(json, threads, Parse)),
                    Interleaved.Milliseconds(() => Each(json, threads, bytes => subject.Judge(subject.Read("m.manifest.json", bytes)))));
                var limited = missing == 0 && threads > 1;
                var cores = threads == 1 ? "1 core" : $"{threads} cores";
                measurements.Add(new($"bulk, {drawn.Count} YAML manifests, {Rules} rules, {cores}{what}", medians[1], medians[0], "YamlDotNet's events", "ms") { AtMost = limited ? 1.3 : null });
                measurements.Add(new($"bulk, {drawn.Count} NDJSON manifests, {Rules} rules, {cores}{what}", medians[3], medians[2], "JsonDocument.Parse", "ms") { AtMost = limited ? 3 : null });
            }
        }

        if (options.WithPeers)
        {
            MeasureGuard(subject, options, measurements);
        }
    }

    // One core each, from files in a folder; cfn-guard's process is part of its time, as it is small beside it.
    private static void MeasureGuard(Subject subject, BenchmarkOptions options, Measurements measurements)
    {
        var drawn = ManifestGenerator.Manifests(options.Manifests).ToList();
        var guard = new GuardPeer(PeerPackages.Install(), RuleGenerator.Rules(Rules), drawn);
        guard.Check();
        var folder = Directory.CreateTempSubdirectory("policycheck-bulk-").FullName;
        var files = drawn.Select(manifest => Path.Combine(folder, manifest.Name + ".manifest.yaml")).ToList();
        foreach (var (manifest, file) in drawn.Zip(files))
        {
            File.WriteAllBytes(file, ManifestText.Yaml(manifest));
        }

        var medians = Interleaved.Medians(
            Math.Min(3, options.Rounds ?? 3),
            1,
            Interleaved.Milliseconds(guard.Run),
            Interleaved.Milliseconds(() => files.ForEach(file => subject.Judge(subject.Read("m.manifest.yaml", File.ReadAllBytes(file))))));
        Directory.Delete(folder, recursive: true);
        measurements.Add(new($"bulk, {drawn.Count} YAML files, {Rules} rules, 1 core", medians[1], medians[0], "cfn-guard", "ms") { TimesFaster = 5 });
    }

    private static void Each(List<byte[]> documents, int threads, Action<byte[]> work) =>
        Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);

    private static void Events(byte[] bytes)
    {
        var parser = new Parser(new StringReader(Encoding.UTF8.GetString(bytes)));
        while (parser.MoveNext())
        {
        }
    }

    private static void Parse(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
    }
}
