using System.Collections.Concurrent;
using System.Diagnostics;
using CsCheck;
using PolicyCheck.Assessments;
using PolicyCheck.Tests.Generation;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

public sealed class Differential_tests(ITestOutputHelper output)
{
    private const ulong Seed = 20_261_122;

    // More rounds, each with libraries of its own, for whoever has an hour.
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("POLICYCHECK_DIFFERENTIAL_ROUNDS"), out var rounds) ? rounds : 1;

    [Fact]
    public void The_engine_and_the_oracle_agree_on_every_rule_of_every_manifest() =>
        Run(libraries: 1_700 * Rounds, manifests: 60, tryAll: false, leastPairs: 100_000 * Rounds, leastCompleted: 0);

    [Fact]
    public void The_facts_listed_as_missing_are_those_that_some_completion_makes_matter() =>
        Run(libraries: 450, manifests: 20, tryAll: true, leastPairs: 9_000, leastCompleted: 10_000);

    private void Run(int libraries, int manifests, bool tryAll, int leastPairs, int leastCompleted)
    {
        var clock = Stopwatch.StartNew();
        var gen = GeneratedLibrary.With(manifests);
        var failures = new ConcurrentBag<(int Length, string Text)>();
        var (pairs, findings, completed, completions, passed, agreed) = (0, 0, 0, 0L, 0, 0);
        var verdicts = new ConcurrentDictionary<(RuleOutcome, FindingReason), int>();
        Parallel.For(0, libraries, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (index, loop) =>
        {
            var pcg = new PCG((uint)index + (tryAll ? 1_000_000_000u : 0), Seed);
            var generated = gen.Generate(pcg, null, out _);
            var library = generated.Load();
            var assessor = new Assessor(library);
            var dice = new Dice(pcg);
            var comparisons = Enumerable.Range(0, 4)
                .Select(_ => new Comparison(library, dice.Pick(Pools.Days), new(dice.Chance(50), dice.Chance(30), dice.Chance(30)) { MinBasis = dice.Pick([Basis.Claimed, Basis.Claimed, Basis.Claimed, Basis.Documented, Basis.Measured, Basis.Attested]) }))
                .ToList();
            foreach (var manifest in generated.ReadManifests(library))
            {
                var comparison = dice.Pick(comparisons);
                var assessment = assessor.Assess(manifest, comparison.Day, comparison.Options);
                if (comparison.Difference(manifest, assessment, tryAll) is { } difference)
                {
                    var text = generated.Manifests.Split("---\n").Single(one => one.StartsWith($"manifest: {manifest.Id}\n", StringComparison.Ordinal));
                    failures.Add((generated.Length + text.Length, $"library {index}, {comparison.Day:o}, {comparison.Options}\n{generated}\n{text}\n{difference}"));
                    if (failures.Count > 60)
                    {
                        loop.Stop();
                    }

                    return;
                }

                Interlocked.Increment(ref pairs);
                foreach (var finding in assessment.Uses.SelectMany(use => use.Findings))
                {
                    Interlocked.Increment(ref findings);
                    verdicts.AddOrUpdate((finding.Outcome, finding.Reason), 1, (_, count) => count + 1);
                }
            }

            Interlocked.Add(ref completed, comparisons.Sum(one => one.Completed));
            Interlocked.Add(ref completions, comparisons.Sum(one => one.Completions));
            Interlocked.Add(ref passed, comparisons.Sum(one => one.Passed));
            Interlocked.Add(ref agreed, comparisons.Sum(one => one.Agreed));
        });

        output.WriteLine($"{pairs} pairs of a library and a manifest on a day, {findings} findings, {clock.Elapsed.TotalSeconds:0} s");
        output.WriteLine($"{completed} undecided findings settled by {completions} completions, {passed} too large; {agreed} decided by completions that agree");
        output.WriteLine(string.Join(", ", verdicts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key.Item1} ({pair.Key.Item2}) {pair.Value}")));
        Assert.True(failures.IsEmpty, $"{failures.Count} libraries differ; the smallest:\n{failures.OrderBy(failure => failure.Length).Select(failure => failure.Text).FirstOrDefault()}");
        Assert.True(pairs >= leastPairs, $"only {pairs} pairs");
        Assert.True(completed >= leastCompleted, $"only {completed} findings completed");
    }
}
