using System.Collections.Concurrent;
using System.Diagnostics;
using CsCheck;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;
using PolicyCheck.Tests.Generation;
using PolicyCheck.Timelines;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Timelines;

/// <summary>
/// A time line says of every day what an evaluation of that day says: compared on each day of ten years. What an assessment takes from a day
/// is computed for each of them, and days that share all of it share one evaluation; of the first pairs every day is evaluated by itself.
/// </summary>
public sealed class Day_by_day(ITestOutputHelper output)
{
    private const int Pairs = 1_000;

    // An evaluation of a day takes most of a millisecond: of these pairs every day is evaluated, of the others every kind of day.
    private const int WithoutMemory = 8;
    private const ulong Seed = 20_261_123;

    private static readonly DateOnly From = new(2015, 1, 1);
    private static readonly DateOnly Until = new(2025, 1, 1);

    [Fact]
    public void The_time_line_equals_an_evaluation_of_every_day_of_ten_years()
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var failures = new ConcurrentBag<string>();
        var kinds = new ConcurrentDictionary<CauseKind, int>();
        var (pairs, days, evaluations, changes, flips, waived) = (0, 0L, 0L, 0, 0, 0);
        Parallel.For(0, Pairs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (index, loop) =>
        {
            var pcg = new PCG((uint)index, Seed);
            var generated = GeneratedLibrary.Dated().Generate(pcg, null, out _);
            var library = generated.Load();
            var manifest = generated.ReadManifests(library).Single();
            var dice = new Dice(pcg);
            var register = GeneratedWaivers.Of(library, manifest, dice);
            var options = new AssessmentOptions(dice.Chance(50), dice.Chance(30), dice.Chance(50));
            var engine = new RulesEngineEvaluator();
            var assessor = new Assessor(library, engine);
            var timeline = new Chronicler(library, assessor, register, options, engine).Over(manifest, From, Until);
            var waiving = new Waiving(register, library, options, engine);
            var signature = new DaySignature(library, manifest, assessor, register, options);
            var known = new Dictionary<string, Assessment>(StringComparer.Ordinal);
            var problem = Incomplete(timeline);
            for (var day = From; day < Until && problem is null; day = day.AddDays(1))
            {
                var key = signature.On(day);
                if (index < WithoutMemory || !known.TryGetValue(key, out var assessment))
                {
                    known[key] = assessment = waiving.Apply([assessor.Assess(manifest, day, options)]).Assessments[0];
                    Interlocked.Increment(ref evaluations);
                }

                problem = Difference(assessment, timeline.On(day), day) is { } difference ? $"{day:o}: {difference}" : null;
                Interlocked.Increment(ref days);
                Interlocked.Add(ref waived, assessment.Uses.Sum(use => use.Findings.Count(finding => finding.Waiver is not null)));
            }

            if (problem is not null)
            {
                failures.Add($"library {index}, {options}\n{generated}\n{generated.Manifests}\n{string.Join('\n', register.Entries.Select(entry => entry.Waiver))}\n{problem}");
                loop.Stop();
            }

            Interlocked.Increment(ref pairs);
            Interlocked.Add(ref changes, timeline.Changes.Length);
            Interlocked.Add(ref flips, timeline.Changes.Count(change => change.IsFlip));
            foreach (var cause in timeline.Changes.SelectMany(change => change.Causes))
            {
                kinds.AddOrUpdate(cause.Kind, 1, (_, count) => count + 1);
            }
        });

        output.WriteLine($"{pairs} pairs, {days} days compared by {evaluations} evaluations, {changes} changes, {flips} flips, {waived} waived findings; {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:0} s of CPU");
        output.WriteLine(string.Join(", ", kinds.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.True(failures.IsEmpty, failures.OrderBy(failure => failure.Length).FirstOrDefault());
        Assert.Equal(Pairs, pairs);
        Assert.True(changes > 2 * Pairs, $"only {changes} changes");

        // Nothing that a day can change is left out by the generator.
        Assert.Equal(Enum.GetValues<CauseKind>().Except([CauseKind.SetAside]), kinds.Keys.Order());
    }

    // The stretches follow on each other, each differs from the one before, and each changed finding has a cause.
    private static string? Incomplete(Timeline timeline)
    {
        var days = timeline.Stretches.Select(stretch => stretch.From).Append(Until).ToList();
        return days[0] != From || !timeline.Stretches.Select(stretch => stretch.Until).SequenceEqual(days.Skip(1)) ? "the stretches leave a gap"
            : timeline.Stretches.Zip(timeline.Stretches.Skip(1)).Any(pair => pair.First.IsRunning == pair.Second.IsRunning && Key(pair.First) == Key(pair.Second)) ? "two stretches are the same"
            : timeline.Changes.SelectMany(change => change.Findings.Select(finding => (change.Day, finding))).FirstOrDefault(pair => pair.finding.Causes.IsEmpty) is { finding: { } finding } none ? $"{none.Day:o}: no cause for {finding.After.Rule.QualifiedId}, {Key(finding.Before)} to {Key(finding.After)}"
            : null;
    }

    private static string? Difference(Assessment assessment, Stretch stretch, DateOnly day)
    {
        if (assessment.Verdict != stretch.Verdict || stretch.IsRunning != (assessment.Manifest.Period is not { } period || period.Contains(day)))
        {
            return $"verdict {assessment.Verdict}, on the time line {stretch.Verdict}, running {stretch.IsRunning}";
        }

        foreach (var (use, drawn) in assessment.Uses.Zip(stretch.Uses))
        {
            var known = drawn.Findings.ToDictionary(finding => finding.Rule.QualifiedId, Key, StringComparer.Ordinal);
            var other = use.Findings.FirstOrDefault(finding => known.GetValueOrDefault(finding.Rule.QualifiedId, "NotApplicable") != Key(finding));
            if (other is not null)
            {
                return $"{use.Use.Id} {other.Rule.QualifiedId} is {Key(other)}, on the time line {known.GetValueOrDefault(other.Rule.QualifiedId, "left out")}";
            }
        }

        return null;
    }

    private static string Key(Stretch stretch) => string.Join('\n', stretch.Uses.SelectMany(use => use.Findings).Select(Key));

    private static string Key(Finding finding) => finding.Outcome == RuleOutcome.NotApplicable
        ? "NotApplicable"
        : $"{finding.Outcome}; {finding.Doubt}; {string.Join(' ', finding.Missing.Select(fact => fact.Path))}; {string.Join(' ', finding.MissingParameters)}; {string.Join(' ', finding.Exceptions.Where(one => one.Truth == Truth.True).Select(one => one.Relief.Name))}; {finding.Waiver?.Id}";
}
