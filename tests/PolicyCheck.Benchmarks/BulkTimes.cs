using System.Text;
using System.Text.Json;
using PolicyCheck.Benchmarks.Generation;
using PolicyCheck.Benchmarks.Measuring;
using YamlDotNet.Core;

namespace PolicyCheck.Benchmarks;

/// <summary>Times the reading and judging of many manifests on all cores, beside what only reads them.</summary>
internal static class BulkTimes
{
    private const int Population = 10_000;

    public static void Measure(int rounds, Measurements measurements)
    {
        var subject = new Subject(RuleGenerator.Rules(100));
        foreach (var missing in new[] { 0, 3 })
        {
            var drawn = ManifestGenerator.Manifests(Population, missing).ToList();
            var yaml = drawn.Select(ManifestText.Yaml).ToList();
            var json = drawn.Select(ManifestText.Json).ToList();
            var what = missing == 0 ? "" : $", {missing} facts missing";
            Console.WriteLine(Texts.Of($"a manifest has {yaml.Average(bytes => bytes.Length):0} bytes of YAML, {json.Average(bytes => bytes.Length):0} of JSON{what}"));
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                var medians = Interleaved.Medians(
                    rounds,
                    2,
                    Interleaved.Milliseconds(() => Each(yaml, threads, Events)),
                    Interleaved.Milliseconds(() => Each(yaml, threads, bytes => subject.Judge(subject.Read("m.manifest.yaml", bytes)))),
                    Interleaved.Milliseconds(() => Each(json, threads, Parse)),
                    Interleaved.Milliseconds(() => Each(json, threads, bytes => subject.Judge(subject.Read("m.manifest.json", bytes)))));
                var limited = missing == 0 && threads > 1;
                measurements.Add(new($"bulk, {Population} YAML manifests, 100 rules, {threads} threads{what}", medians[1], medians[0], "YamlDotNet's events", "ms") { AtMost = limited ? 1.3 : null });
                measurements.Add(new($"bulk, {Population} JSON manifests, 100 rules, {threads} threads{what}", medians[3], medians[2], "JsonDocument.Parse", "ms") { AtMost = limited ? 3 : null });
            }
        }
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
