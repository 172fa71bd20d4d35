using System.Collections.Concurrent;
using System.Collections.Immutable;
using CsCheck;
using PolicyCheck.Assessments;
using PolicyCheck.Manifests;
using PolicyCheck.Tests.Generation;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Assessments;

public sealed class Weaker_statements(ITestOutputHelper output)
{
    private const int Libraries = 250;
    private const int Manifests = 12;
    private const ulong Seed = 20_261_123;

    [Fact]
    public void A_weaker_basis_or_a_stronger_demand_opens_verdicts_and_never_turns_a_failure_into_anything_else()
    {
        var wrong = new ConcurrentBag<string>();
        var (pairs, failing, opened) = (0, 0, 0);
        Parallel.For(0, Libraries, index =>
        {
            var pcg = new PCG((uint)index + 3_000_000u, Seed);
            var generated = GeneratedLibrary.With(Manifests).Generate(pcg, null, out _);
            var library = generated.Load();
            var assessor = new Assessor(library);
            var dice = new Dice(pcg);
            foreach (var manifest in generated.ReadManifests(library))
            {
                var day = dice.Pick(Pools.Days);
                var options = new AssessmentOptions(dice.Chance(50), dice.Chance(80), dice.Chance(80)) { MinBasis = dice.Pick([Basis.Claimed, Basis.Claimed, Basis.Claimed, Basis.Documented]) };
                var before = assessor.Assess(manifest, day, options);
                foreach (var (weaker, demand) in Weaker(manifest, options, dice))
                {
                    var after = assessor.Assess(weaker, day, demand);
                    Interlocked.Increment(ref pairs);
                    Interlocked.Add(ref failing, before.Verdict == Verdict.NonCompliant ? 1 : 0);
                    Interlocked.Add(ref opened, before.Verdict == Verdict.NonCompliant && after.Verdict == Verdict.Indeterminate ? 1 : 0);
                    if (after.Verdict != Verdict.Indeterminate && (before.Verdict == Verdict.NonCompliant) != (after.Verdict == Verdict.NonCompliant))
                    {
                        wrong.Add($"library {index}, {manifest.Id}: {before.Verdict} became {after.Verdict}");
                    }

                    foreach (var (first, second) in before.Uses.Zip(after.Uses).SelectMany(use => use.First.Findings.Zip(use.Second.Findings)))
                    {
                        if (second.Outcome != RuleOutcome.Indeterminate && (first.Outcome == RuleOutcome.Indeterminate || (first.Outcome == RuleOutcome.Fail) != (second.Outcome == RuleOutcome.Fail)))
                        {
                            wrong.Add($"library {index}, {manifest.Id}, {first.Rule.QualifiedId}: {first.Outcome} became {second.Outcome}");
                        }
                    }
                }
            }
        });

        output.WriteLine($"{pairs} pairs of a manifest and a weaker one; {failing} of them non-compliant before, {opened} of those open after");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Take(10)));
        Assert.True(pairs >= 10_000 && failing >= 1_000 && opened >= 300, $"{pairs}, {failing}, {opened}");
    }

    private static IEnumerable<(Manifest Manifest, AssessmentOptions Options)> Weaker(Manifest manifest, AssessmentOptions options, Dice dice)
    {
        var stronger = options with { MinBasis = (Basis)dice.Between((int)options.MinBasis, (int)Basis.Attested) };
        yield return (manifest, stronger);
        var lowered = manifest with { Facts = Lowered(manifest.Facts, dice, 50), Uses = [.. manifest.Uses.Select(use => use with { Facts = Lowered(use.Facts, dice, 50) })] };
        yield return (lowered, options);
        yield return (lowered, stronger);
        if (!manifest.Facts.IsEmpty)
        {
            var one = dice.Pick(manifest.Facts);
            yield return (manifest with { Facts = manifest.Facts.Replace(one, one with { Basis = Basis.Claimed }) }, options);
        }
    }

    private static ImmutableArray<StatedFact> Lowered(ImmutableArray<StatedFact> facts, Dice dice, int perCent) => [.. facts.Select(fact => dice.Chance(perCent) ? Lowered(fact, dice) : fact)];

    private static StatedFact Lowered(StatedFact fact, Dice dice) => fact with { Basis = (Basis)dice.Between(0, (int)fact.Basis) };
}
