using System.Text;
using BenchmarkDotNet.Attributes;
using PolicyCheck.Assessments;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using YamlDotNet.Core;

namespace PolicyCheck.Benchmarks;

/// <summary>What reading, loading and judging cost in a process that runs already; ratios are against YamlDotNet's events alone.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class CheckBenchmarks
{
    private static readonly DateOnly Day = new(2020, 6, 10);

    private static readonly byte[] Text = Encoding.UTF8.GetBytes(
        """
        manifest: benchmark
        deployer: {name: Somebody, sector: law-enforcement, level: county}
        places: [US-OR/washington-county]
        system: {vendor: Amazon, product: Rekognition, function: [identification]}
        accuracy: {thresholdSet: false}
        safeguards: {humanReview: true}
        uses:
          - {id: first, purpose: [criminal-investigation], realTime: false}
        """);

    private readonly RuleLibrary _library = RuleLibraryLoader.Load(BuiltInRules.Files);
    private Assessor _assessor = null!;
    private Manifest _manifest = null!;

    [GlobalSetup]
    public void Setup()
    {
        _assessor = new(_library);
        _manifest = ManifestReader.Read("benchmark", Text, _library.Vocabulary).Manifests[0];
        _assessor.Assess(_manifest, Day);
    }

    [Benchmark(Baseline = true, Description = "YamlDotNet's events of one manifest")]
    public int Events()
    {
        var parser = new Parser(new StringReader(Encoding.UTF8.GetString(Text)));
        var count = 0;
        while (parser.MoveNext())
        {
            count++;
        }

        return count;
    }

    [Benchmark(Description = "reading one manifest into nodes")]
    public ReadResult Nodes() => DocumentReader.Read("benchmark", Text);

    [Benchmark(Description = "reading one manifest into facts")]
    public ManifestFile Facts() => ManifestReader.Read("benchmark", Text, _library.Vocabulary);

    [Benchmark(Description = "judging one manifest, rules compiled (warm)")]
    public Assessment Warm() => _assessor.Assess(_manifest, Day);

    [Benchmark(Description = "loading all rule sets")]
    public RuleLibrary Load() => RuleLibraryLoader.Load(BuiltInRules.Files);

    [Benchmark(Description = "loading, compiling and judging (cold, in process)")]
    public Assessment Cold() => new Assessor(RuleLibraryLoader.Load(BuiltInRules.Files)).Assess(_manifest, Day);
}
