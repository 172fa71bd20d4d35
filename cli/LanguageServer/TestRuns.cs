using System.Collections.Immutable;
using PolicyCheck.Coverage;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Runs tests, each again only when something that it rests on has changed; safe to share between threads.</summary>
internal sealed class TestRuns(Lazy<Task<RulesEngineEvaluator>> prepared)
{
    private readonly Remembered<TestFileRun> _runs = new();
    private readonly Remembered<Task<CoverageOfRules>> _coverage = new();

    /// <summary>What comes of the cases of a file.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="rules">The rules that the file was read with.</param>
    /// <param name="file">The file.</param>
    public TestFileRun Of(Analysis analysis, RuleLibrary rules, TestFile file) =>
        _runs.Of(file.Path, analysis.Grounds(rules, file.RuleSets, [file]), () => Run(rules, [file]).Files[0]);

    /// <summary>What the tests reach of a rule set, being measured away from the messages; null where no test is about it.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="setId">The rule set.</param>
    public Task<CoverageOfRules>? Coverage(Analysis analysis, string setId)
    {
        ImmutableArray<TestFile> files = [.. analysis.Tests.Where(file => !file.HasErrors && file.RuleSets.Any(set => set.Id == setId))];
        return !files.IsEmpty && analysis.Sound is { } rules && rules.Find(setId) is { } set
            ? _coverage.Of(setId, analysis.Grounds(rules, files.SelectMany(file => file.RuleSets), files), () => Task.Run(() => Measure(rules, set, files)))
            : null;
    }

    private CoverageOfRules Measure(RuleLibrary rules, RuleSet set, ImmutableArray<TestFile> files) =>
        CoverageMeter.Measure(Run(rules, files), TestLibrary.Around(rules, files.SelectMany(file => file.RuleSets)), [set]);

    private TestRun Run(RuleLibrary rules, ImmutableArray<TestFile> files) => TestRun.Of(files, rules, prepared.Value.GetAwaiter().GetResult());
}
