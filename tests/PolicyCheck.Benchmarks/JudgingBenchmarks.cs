using BenchmarkDotNet.Attributes;
using PolicyCheck.Assessments;
using PolicyCheck.Benchmarks.Floor;
using PolicyCheck.Benchmarks.Generation;
using PolicyCheck.Manifests;

namespace PolicyCheck.Benchmarks;

/// <summary>What judging many manifests costs by the number of rules and of manifests, with what it allocates; ratios are against hand-written delegates.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class JudgingBenchmarks
{
    private Subject? _subject;
    private List<Manifest> _manifests = [];
    private List<Deployment> _deployments = [];

    [Params(20, 100)]
    public int Rules { get; set; }

    [Params(1, 1000)]
    public int Manifests { get; set; }

    private Subject Subject => _subject ?? throw new InvalidOperationException("nothing was prepared");

    [GlobalSetup]
    public void Prepare()
    {
        _subject = new(RuleGenerator.Rules(Rules));
        var drawn = ManifestGenerator.Manifests(Manifests).ToList();
        _manifests = [.. drawn.Select(manifest => _subject.Read("m.manifest.yaml", ManifestText.Yaml(manifest)))];
        _deployments = [.. drawn.Select(manifest => new Deployment(manifest))];
    }

    [Benchmark(Baseline = true, Description = "delegates")]
    public int Delegates()
    {
        var failures = 0;
        foreach (var deployment in _deployments)
        {
            for (var i = 0; i < Rules; i++)
            {
                failures += FloorRules.All[i](deployment) == RuleOutcome.Fail ? 1 : 0;
            }
        }

        return failures;
    }

    [Benchmark(Description = "without explanation")]
    public void Judge() => _manifests.ForEach(manifest => Subject.Judge(manifest));

    [Benchmark(Description = "with explanation")]
    public void Explain() => _manifests.ForEach(manifest => Subject.Explain(manifest));
}
