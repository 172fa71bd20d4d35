using System.CommandLine;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>mutate</c>.</summary>
internal static class MutateCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var paths = SharedOptions.AuthorPaths();
        var rules = SharedOptions.MoreRules();
        var all = new Option<bool>("--all") { Description = "Judge every mutant again, and not only those of rules and tests that changed since the last run" };
        var threshold = new Option<int?>("--threshold") { Description = "Fail below so many per cent of mutants killed, and not already when one survives", HelpName = "PERCENT" };
        SharedOptions.RequirePercent(threshold);
        var write = new Option<bool>("--write-tests") { Description = "Add the cases that would kill the survivors to the test files" };
        var output = SharedOptions.Output(MutationTests.Formats);
        var limits = SharedOptions.Limits();
        var command = new Command(
            "mutate",
            """
            Changes each rule a little, as people do by mistake, and says which changes no test notices.

            Examples:
              policycheck mutate rules
              policycheck mutate rules/us --threshold 90
              policycheck mutate our.rules.yaml our_test.yaml --write-tests

            Exit codes: 0 every change is noticed or accepted with a reason, 1 some are not, 2 usage or
            nothing to test, 3 invalid input, or tests that fail as the rules stand.
            """)
        {
            paths, rules, all, threshold, write, output,
        };
        foreach (var option in limits.Options)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, _) => finish(MutationTests.Run(
            new(
                parsed.GetValue(paths) ?? [],
                parsed.GetValue(rules) ?? [],
                parsed.GetValue(all),
                parsed.GetValue(threshold),
                parsed.GetValue(write),
                parsed.GetValue(output) ?? [],
                limits.Read(parsed)),
            surroundings,
            await engine.Value)));
        return command;
    }
}
