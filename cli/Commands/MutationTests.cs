using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Evaluation;
using PolicyCheck.Mutation;
using PolicyCheck.Testing;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>Judges mutants by the tests of rule sets and writes what became of them.</summary>
internal static class MutationTests
{
    /// <summary>The formats of reports, the default first.</summary>
    public static ImmutableArray<string> Formats { get; } = ["text", "json"];

    /// <summary>Runs once.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules.</param>
    public static ExitCode Run(MutateRequest request, Surroundings surroundings, RulesEngineEvaluator engine)
    {
        var targets = OutputTarget.ParseAll(request.Outputs, Formats);
        var tests = AuthoredTests.Load(request.Paths, request.Rules, request.Limits, surroundings);
        tests.RequireAny(request.Paths);
        surroundings.Write(tests.Diagnostics);
        if (tests.HasErrors)
        {
            throw new CommandException(ExitCode.InvalidInput, "the tests have errors, so no mutant was judged");
        }

        var files = tests.Files.Where(file => !file.OwnRuleSets.IsEmpty).ToList();
        if (files.Count == 0)
        {
            throw new CommandException(ExitCode.Usage, $"no test in {string.Join(", ", request.Paths.DefaultIfEmpty("this folder"))} lies beside the rule set it tests, so there is nothing to change: move it there");
        }

        var cache = new MutationCache(surroundings);
        var results = ImmutableArray.CreateBuilder<MutationResult>();
        var progress = new Progress(files.Count, "test files", surroundings);
        foreach (var file in files)
        {
            results.Add((request.All ? null : cache.Find(file, tests)) ?? Judge(file, tests, engine, cache));
            progress.Advance();
        }

        ImmutableArray<Diagnostic> unknown = [.. files.Zip(results).SelectMany(pair => Unknown(pair.First, pair.Second))];
        surroundings.Write(unknown);
        foreach (var target in targets)
        {
            target.Write(surroundings, stream => Write(results.ToImmutable(), target, surroundings, stream));
        }

        if (request.WriteTests)
        {
            AddCases(files, results.ToImmutable(), surroundings);
        }

        var holds = request.Threshold is { } least ? MutationResult.Score(results) >= least : results.All(result => result.Count(Fate.Survived) == 0);
        return !unknown.IsEmpty ? ExitCode.InvalidInput : holds ? ExitCode.Holds : ExitCode.DoesNotHold;
    }

    private static MutationResult Judge(TestFile file, AuthoredTests tests, RulesEngineEvaluator engine, MutationCache cache)
    {
        var judge = new MutantJudge(file, tests.Library, engine);
        if (!judge.CanJudge)
        {
            throw new CommandException(ExitCode.InvalidInput, $"`{file.Path}` fails as its rules stand, so it can't judge mutants: run `policycheck test {file.Path}` first");
        }

        var result = judge.Judge();
        cache.Keep(file, tests, result);
        return result;
    }

    // A name that no surviving mutant has: the rule was changed, or a case was added, and the reason is no longer one.
    private static IEnumerable<Diagnostic> Unknown(TestFile file, MutationResult result) => file.Accepted
        .Where(accepted => !result.Mutants.Any(mutant => mutant.Id == accepted.Id && mutant.Fate == Fate.Accepted))
        .Select(accepted => Diagnostic.Error(
            TestCodes.UnknownMutant,
            accepted.Location,
            $"`{accepted.Id}` is not a mutant that survives",
            "remove the entry: the rule was changed, or a case now tells it"));

    private static void AddCases(List<TestFile> files, ImmutableArray<MutationResult> results, Surroundings surroundings)
    {
        foreach (var (file, result) in files.Zip(results))
        {
            // One case often tells several mutants; the first line is its name.
            var cases = result.Mutants.Where(mutant => mutant.Fate == Fate.Survived).Select(mutant => mutant.Killer).OfType<string>().DistinctBy(text => text[text.IndexOf('\n', StringComparison.Ordinal)..]).ToList();
            if (cases.Count > 0)
            {
                var text = CaseWriter.Add(file.Source, cases)
                    ?? throw new CommandException(ExitCode.Usage, $"`{file.Path}` has its cases in brackets, so none was added: write each of them on lines of its own, the first beginning with `-`");
                WholeFile.Write(file.Path, Encoding.UTF8.GetBytes(text), surroundings);
                surroundings.Error.WriteLine($"policycheck: added {cases.Count} {(cases.Count == 1 ? "case" : "cases")} to {file.Path}; each expects what the rule says today, so read it against the text of the law");
            }
        }
    }

    private static void Write(ImmutableArray<MutationResult> results, OutputTarget target, Surroundings surroundings, Stream stream)
    {
        if (target.Format == "json")
        {
            MutationJson.Write(results, stream);
        }
        else
        {
            MutationPage.Write(results, target.NewPage(surroundings), stream);
        }
    }
}
