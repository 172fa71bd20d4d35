using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>What came of the tests of several files.</summary>
/// <param name="Files">Each file, in the order given.</param>
public sealed record TestRun(ImmutableArray<TestFileRun> Files)
{
    /// <summary>Every case that was run.</summary>
    public IEnumerable<CaseResult> Results => Files.SelectMany(file => file.Results);

    /// <summary>How many cases passed.</summary>
    public int Passed => Results.Count(result => result.Passes);

    /// <summary>How many cases failed.</summary>
    public int Failed => Results.Count(result => !result.Passes);

    /// <summary>Whether a rule could not be evaluated in some case: a defect, never a pass.</summary>
    public bool HasDefects => Results.SelectMany(result => result.Findings).Any(finding => finding.Outcome == RuleOutcome.Error);

    /// <summary>Runs the cases of files; files with errors are kept and none of their cases is run.</summary>
    /// <param name="files">The files.</param>
    /// <param name="library">The rules they were read with.</param>
    /// <param name="engine">What evaluates rules.</param>
    /// <param name="chosen">Whether a case of that name is run; all when null.</param>
    public static TestRun Of(IEnumerable<TestFile> files, RuleLibrary library, RulesEngineEvaluator engine, Func<string, bool>? chosen = null) =>
        new([.. files.Select(file => Run(file, library, engine, chosen))]);

    private static TestFileRun Run(TestFile file, RuleLibrary library, RulesEngineEvaluator engine, Func<string, bool>? chosen)
    {
        if (file.HasErrors)
        {
            return new(file, []);
        }

        var runner = new TestRunner(file, library, engine);
        return new(file, [.. file.Cases.Where(one => chosen is null || chosen(one.Name)).Select(runner.Run)]);
    }
}

/// <summary>What came of the tests of one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Results">What came of each case that was run.</param>
public sealed record TestFileRun(TestFile File, ImmutableArray<CaseResult> Results)
{
    /// <summary>The cases that show nothing, as errors.</summary>
    public IEnumerable<Diagnostic> Vacuous => Results.Where(result => result.IsVacuous).Select(result => Diagnostic.Error(
        TestCodes.Vacuous,
        result.Case.Location,
        $"the case `{result.Case.Name}` passes whichever rule is deleted",
        "name under `expect` the rule that it is about, and its outcome"));
}
