using System.Collections.Concurrent;
using System.Diagnostics;
using CsCheck;
using PolicyCheck.Assessments;
using PolicyCheck.Manifests;
using PolicyCheck.Questions;
using PolicyCheck.RuleSets;
using PolicyCheck.Tests.Generation;
using PolicyCheck.Tests.Oracle;

namespace PolicyCheck.Tests.Questions;

public sealed class Prospect_tests(ITestOutputHelper output)
{
    private const ulong Seed = 20_261_123;

    [Fact]
    public void A_verdict_is_settled_if_and_only_if_all_completions_agree_and_only_what_can_change_it_is_asked() => Run(
        libraries: 170,
        manifests: 80,
        (counts, library, assessor, manifest, day, options, force) =>
        {
            var assessment = assessor.Assess(manifest, day, options);
            var prospect = new Prospects(library.Vocabulary, options).Of(assessment);

            // A rule that every answer keeps may be kept by a doubtful exception for some, which a check doesn't look into.
            var isKeptSomehow = assessment.Uses.SelectMany(use => use.Findings).Any(finding => finding is { Outcome: RuleOutcome.Pass, AllCompletionsAgree: true });
            if (assessment.Verdict != Verdict.Indeterminate && !isKeptSomehow && (!prospect.IsSettled || prospect.Worst == Verdict.NonCompliant != (assessment.Verdict == Verdict.NonCompliant)))
            {
                return $"check says {assessment.Verdict} and the prospect is [{string.Join(' ', prospect.Verdicts)}]";
            }

            if (force.Try(manifest) is not { } completions)
            {
                counts.AddOrUpdate("too large to try out", 1, (_, count) => count + 1);
                return null;
            }

            var verdicts = completions.Verdicts.Distinct().Order().ToList();
            var decisive = completions.Unknowns.Where((_, number) => completions.IsDecisive(number)).ToList();
            var told = $"[{string.Join(' ', prospect.Verdicts)}] asks [{Names(prospect.Questions.Select(question => question.Open.Name))}] lacks [{string.Join(", ", prospect.Parameters)}]";
            var real = $"[{string.Join(' ', verdicts)}] asks [{Names(decisive.Where(one => one.Parameter is null).Select(one => one.Use < 0 ? one.Fact.Path : $"{one.Fact.Path}@{manifest.Uses[one.Use].Id}").Distinct(StringComparer.Ordinal))}] lacks [{string.Join(", ", decisive.Select(one => one.Parameter).OfType<string>().Distinct().Order(StringComparer.Ordinal))}]";
            counts.AddOrUpdate(verdicts.Count == 1 ? "settled" : "open", 1, (_, count) => count + 1);
            counts.AddOrUpdate("completions", completions.Verdicts.Length, (_, count) => count + completions.Verdicts.Length);
            counts.AddOrUpdate("questions", prospect.Questions.Length, (_, count) => count + prospect.Questions.Length);
            counts.AddOrUpdate("compared", 1, (_, count) => count + 1);
            if (!prospect.IsExact)
            {
                counts.AddOrUpdate("not exact", 1, (_, count) => count + 1);
                return verdicts.TrueForAll(prospect.Verdicts.Contains) ? null : $"\n  engine {told}\n  oracle {real}";
            }

            return told == real ? null : $"\n  engine {told}\n  oracle {real}";
        },
        counts =>
        {
            Assert.True(counts.GetValueOrDefault("compared") >= 10_000, $"only {counts.GetValueOrDefault("compared")} compared");
            Assert.True(counts.GetValueOrDefault("open") >= 2_000, $"only {counts.GetValueOrDefault("open")} open");
        });

    [Fact]
    public void The_interview_settles_it_with_hardly_more_questions_than_the_best_there_could_be() => Run(
        libraries: 60,
        manifests: 30,
        (counts, library, assessor, manifest, day, options, force) =>
        {
            if (force.Try(manifest) is not { } completions || BestTree.Of(completions) is not { } tree)
            {
                return null;
            }

            var interview = new SimulatedInterview(library, assessor, manifest, day, options, tree);
            if (interview.Hold() is not { } questions)
            {
                counts.AddOrUpdate("asked otherwise once a fact is stated at all", 1, (_, count) => count + 1);
                return null;
            }

            counts.AddOrUpdate("interviews", tree.Size, (_, count) => count + tree.Size);
            counts.AddOrUpdate("manifests", 1, (_, count) => count + 1);
            counts.AddOrUpdate("asked x 1000", (int)Math.Round(1000.0 * questions / tree.Size), (_, count) => count + (int)Math.Round(1000.0 * questions / tree.Size));
            counts.AddOrUpdate("best x 1000", (int)Math.Round(1000 * tree.Cost), (_, count) => count + (int)Math.Round(1000 * tree.Cost));
            var perCent = (int)Math.Round(100.0 * questions / tree.Size / tree.Cost);
            counts.AddOrUpdate("worst ratio in per cent", perCent, (_, most) => Math.Max(most, perCent));
            return interview.Unsettled;
        },
        counts =>
        {
            output.WriteLine($"asked / best = {(double)counts["asked x 1000"] / counts["best x 1000"]:0.0000}");
            Assert.True(counts["manifests"] >= 150, $"only {counts["manifests"]} manifests");
            Assert.True(counts["asked x 1000"] <= 1.3 * counts["best x 1000"]);
        });

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private delegate string? Judge(ConcurrentDictionary<string, int> counts, RuleLibrary library, Assessor assessor, Manifest manifest, DateOnly day, AssessmentOptions options, JointBruteForce force);

    private void Run(int libraries, int manifests, Judge judge, Action<ConcurrentDictionary<string, int>> check)
    {
        var clock = Stopwatch.StartNew();
        var gen = GeneratedLibrary.With(manifests);
        var failures = new ConcurrentBag<(int Length, string Text)>();
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.For(0, libraries, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (index, loop) =>
        {
            var pcg = new PCG((uint)index, Seed);
            var generated = gen.Generate(pcg, null, out _);
            var library = generated.Load();
            var assessor = new Assessor(library);
            var dice = new Dice(pcg);
            var scenes = Enumerable.Range(0, 1)
                .Select(_ => (Day: dice.Pick(Pools.Days), Options: new AssessmentOptions(dice.Chance(50), dice.Chance(30), dice.Chance(30))))
                .Select(scene => (scene.Day, scene.Options, Force: new JointBruteForce(new(library, scene.Day, scene.Options.IncludeProposals, scene.Options.MinBasis), scene.Day, scene.Options)))
                .ToList();
            foreach (var manifest in generated.ReadManifests(library))
            {
                var (day, options, force) = dice.Pick(scenes);
                if (judge(counts, library, assessor, manifest, day, options, force) is { } difference)
                {
                    var text = generated.Manifests.Split("---\n").Single(one => one.StartsWith($"manifest: {manifest.Id}\n", StringComparison.Ordinal));
                    failures.Add((generated.Length + text.Length, $"library {index}, {day:o}, {options}\n{generated}\n{text}\n{difference}"));
                    if (failures.Count > 30)
                    {
                        loop.Stop();
                    }

                    return;
                }
            }
        });
        output.WriteLine($"{string.Join(", ", counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}; {clock.Elapsed.TotalSeconds:0} s");
        Assert.True(failures.IsEmpty, $"{failures.Count} libraries differ; the smallest:\n{failures.OrderBy(failure => failure.Length).Select(failure => failure.Text).FirstOrDefault()}");
        check(counts);
    }
}
