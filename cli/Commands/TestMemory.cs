using System.Collections.Immutable;
using PolicyCheck.Cli.Input;
using PolicyCheck.Coverage;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Runs tests and remembers what came of them, so that a second run in this process repeats only what a change can reach.</summary>
/// <param name="engine">What evaluates rules.</param>
internal sealed class TestMemory(RulesEngineEvaluator engine)
{
    private Dictionary<string, TestFileRun> _files = new(StringComparer.Ordinal);
    private Dictionary<string, TestedRules> _sets = new(StringComparer.Ordinal);

    /// <summary>Runs the tests that it doesn't remember.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="chosen">Whether a case of that name is run, the same in every run of one memory; all when null.</param>
    public TestedRules Run(AuthoredTests tests, Func<string, bool>? chosen)
    {
        var keys = tests.Keys();
        ImmutableArray<TestFileRun> files = [.. tests.Files.AsParallel().AsOrdered().Select(file => _files.GetValueOrDefault(keys[file.Path]) ?? TestRun.Of([file], tests.Library, engine, chosen).Files[0])];
        var run = new TestRun(files);
        var sets = tests.Measured.AsParallel().AsOrdered().Select(set => (Key: KeyOf(set, tests, keys), Tested: Measure(set, tests, keys, run))).ToList();
        _files = files.DistinctBy(file => keys[file.File.Path]).ToDictionary(file => keys[file.File.Path], StringComparer.Ordinal);
        _sets = sets.DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Tested, StringComparer.Ordinal);
        return new(run, new([.. sets.SelectMany(pair => pair.Tested.Coverage.Items)]), [.. sets.SelectMany(pair => pair.Tested.Gaps)]);
    }

    private TestedRules Measure(RuleSet set, AuthoredTests tests, IReadOnlyDictionary<string, string> keys, TestRun run)
    {
        if (_sets.TryGetValue(KeyOf(set, tests, keys), out var known))
        {
            return known;
        }

        var own = new TestRun([.. run.Files.Where(file => file.File.RuleSets.Any(tested => tested.Id == set.Id) || file.File.Source.Stem == set.Id)]);
        var around = TestLibrary.Around(tests.Library, [set]);
        var coverage = CoverageMeter.Measure(own, around, [set]);
        return new(own, coverage, CoverageGaps.Of(own, coverage, around, [set]));
    }

    private static string KeyOf(RuleSet set, AuthoredTests tests, IReadOnlyDictionary<string, string> keys) =>
        string.Join(' ', tests.Files.Where(file => file.RuleSets.Any(tested => tested.Id == set.Id)).Select(file => keys[file.Path]).Prepend(set.Digest).Prepend(set.Location.Path));
}

/// <summary>What came of the tests of rule sets.</summary>
/// <param name="Run">The cases.</param>
/// <param name="Coverage">What they reach.</param>
/// <param name="Gaps">What they leave out and may not.</param>
internal sealed record TestedRules(TestRun Run, CoverageOfRules Coverage, ImmutableArray<Diagnostic> Gaps);
