using System.Collections.Concurrent;
using System.Diagnostics;
using CsCheck;
using PolicyCheck.Assessments;
using PolicyCheck.Cures;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Tests.Generation;

namespace PolicyCheck.Tests.Cures;

public sealed class Cures_of_random_deployments(ITestOutputHelper output)
{
    private const ulong Seed = 20_261_123;

    [Fact]
    public void Every_cure_cures_no_part_of_it_does_and_none_touches_what_is_given()
    {
        var (needed, cured, cures, partial, parts, capped, large, whys) = (0, 0, 0, 0, 0, 0, 0, new ConcurrentDictionary<ObstacleKind, int>());
        var sizes = new ConcurrentDictionary<int, int>();
        Run(libraries: 250, manifests: 80, stream: 0, (library, assessor, curing, options, assessment) =>
        {
            // What is to be asked can seldom be cured: of those deployments some will do.
            if (assessment.Manifest.Id[^1] > '2' && assessment.Uses.Any(use => use.Findings.Any(finding => finding.Missing.Any(fact => fact.ChangeBy == Facts.ChangeBy.Nothing))))
            {
                return null;
            }

            var search = curing.Find(assessment);
            Interlocked.Add(ref needed, search.WasNeeded ? 1 : 0);
            Interlocked.Add(ref cured, search.Cures.IsEmpty ? 0 : 1);
            Interlocked.Add(ref capped, search.IsCapped ? 1 : 0);
            Interlocked.Add(ref large, search.IsTooLarge ? 1 : 0);
            foreach (var obstacle in search.Obstacles)
            {
                whys.AddOrUpdate(obstacle.Kind, 1, (_, count) => count + 1);
            }

            foreach (var cure in search.Partial)
            {
                Interlocked.Increment(ref partial);
                var left = search.Obstacles.Where(obstacle => obstacle.Kind == ObstacleKind.NotComputable).Select(obstacle => (obstacle.Use.Id, obstacle.Finding.Rule.QualifiedId)).ToHashSet();
                var after = assessor.Assess(cure.Apply(assessment.Manifest, assessment.AsOf), assessment.AsOf, options);
                if (after.Uses.Any(use => use.Findings.Any(finding => Verdicts.Of(finding, options) == Verdict.NonCompliant && !left.Contains((use.Use.Id, finding.Rule.QualifiedId)))))
                {
                    return $"it leaves something broken: {Text(cure)}";
                }
            }

            foreach (var cure in search.Cures)
            {
                Interlocked.Increment(ref cures);
                sizes.AddOrUpdate(cure.Changes.Length, 1, (_, count) => count + 1);
                if (After(assessor, assessment, options, cure) != Verdict.Compliant)
                {
                    return $"it doesn't cure: {Text(cure)}";
                }

                if (cure.Changes.FirstOrDefault(change => IsGiven(assessment.Manifest, change)) is { } given)
                {
                    return $"it touches what is given: {Text(cure)}";
                }

                for (var bits = 1; bits < (1 << cure.Changes.Length) - 1; bits++)
                {
                    var part = new Cure([.. cure.Changes.Where((_, i) => ((bits >> i) & 1) == 1)]);
                    Interlocked.Increment(ref parts);
                    if (After(assessor, assessment, options, part) == Verdict.Compliant)
                    {
                        return $"{Text(part)} cures, and is a part of {Text(cure)}";
                    }
                }
            }

            return search.WasNeeded || search.Cures.IsEmpty ? null : "nothing needed a cure";
        });
        output.WriteLine($"{needed} deployments in need of a cure, {cured} with one; {cures} cures, {parts} parts of them; {partial} partial ones; {capped} capped, {large} too large");
        output.WriteLine($"sizes {string.Join(", ", sizes.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}; obstacles {string.Join(", ", whys.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))}");
        Assert.True(cures >= 1_500, $"only {cures} cures");
        Assert.True(parts >= 3_500, $"only {parts} parts");
        Assert.Equal(0, large);
    }

    [Fact]
    public void Where_trying_everything_finds_a_cure_one_of_that_size_is_found()
    {
        var (tried, found, none, combinations) = (0, 0, 0, 0L);
        Run(libraries: 90, manifests: 14, stream: 1, (library, assessor, curing, options, assessment) =>
        {
            if (new AllChanges(library, assessor, options, assessment).Smallest() is not { } brute)
            {
                return null;
            }

            Interlocked.Increment(ref tried);
            Interlocked.Add(ref combinations, brute.Tried);
            var search = curing.Find(assessment);
            var least = search.Cures.Select(cure => cure.Changes.Length).DefaultIfEmpty(0).Min();
            _ = brute.Cure is null ? Interlocked.Increment(ref none) : Interlocked.Increment(ref found);
            return brute.Cure is { } cure
                ? least == cure.Changes.Length ? null : $"of size {least}, and this cures, too: {Text(cure)}"
                : least is 0 or > AllChanges.MostChanges ? null : $"brute force finds none, and here is one: {Text(search.Cures[0])}";
        });
        output.WriteLine($"{tried} deployments tried in {combinations} ways: {found} with a cure of at most {AllChanges.MostChanges} changes, {none} without");
        Assert.True(found >= 100, $"only {found} with a cure");
        Assert.True(none >= 50, $"only {none} without");
    }

    private void Run(int libraries, int manifests, uint stream, Func<RuleLibrary, Assessor, Curing, AssessmentOptions, Assessment, string?> problem)
    {
        var clock = Stopwatch.StartNew();
        var gen = GeneratedLibrary.With(manifests);
        var failures = new ConcurrentBag<(int Length, string Text)>();
        Parallel.For(0, libraries, index =>
        {
            var pcg = new PCG((uint)index + (stream * 1_000_000), Seed);
            var generated = gen.Generate(pcg, null, out _);

            // Nothing can be made up for test results, so of the libraries that ask for them every fourth will do.
            if (index % 4 != 0 && generated.Vocabulary.Contains("type: records", StringComparison.Ordinal))
            {
                return;
            }

            var library = generated.Load();
            var assessor = new Assessor(library);
            var dice = new Dice(pcg);
            foreach (var manifest in generated.ReadManifests(library))
            {
                var options = new AssessmentOptions(dice.Chance(50), dice.Chance(30), dice.Chance(30));
                var assessment = assessor.Assess(manifest, dice.Pick(Pools.Days), options);
                if (assessment.Verdict is Verdict.NonCompliant or Verdict.Indeterminate
                    && problem(library, assessor, new(library, assessor, options), options, assessment) is { } told)
                {
                    var text = generated.Manifests.Split("---\n").Single(one => one.StartsWith($"manifest: {manifest.Id}\n", StringComparison.Ordinal));
                    failures.Add((generated.Length + text.Length, $"library {index}, {assessment.AsOf:o}, {options}\n{generated}\n{text}\n{told}"));
                }
            }
        });
        output.WriteLine($"{clock.Elapsed.TotalSeconds:0} s");
        Assert.True(failures.IsEmpty, $"{failures.Count} deployments; the smallest:\n{failures.OrderBy(failure => failure.Length).Select(failure => failure.Text).FirstOrDefault()}");
    }

    private static Verdict After(Assessor assessor, Assessment before, AssessmentOptions options, Cure cure) =>
        assessor.Assess(cure.Apply(before.Manifest, before.AsOf), before.AsOf, options).Verdict;

    // Said again in words of its own: the vocabulary gives it, or the manifest does.
    private static bool IsGiven(Manifest manifest, Change change) => change.Fact is { } fact
        ? fact.ChangeBy == Facts.ChangeBy.Nothing || manifest.Given.Any(given => $"{fact.Path}.".StartsWith($"{given}.", StringComparison.Ordinal))
        : manifest.Given.Contains("uses");

    private static string Text(Cure cure) => string.Join("; ", cure.Changes.Select(change => $"{change.Kind} {change.Use?.Id} {change.Fact?.Path} {change.To}"));
}
