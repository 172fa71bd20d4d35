using System.CommandLine;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>test</c>.</summary>
internal static class TestCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var paths = SharedOptions.AuthorPaths();
        var rules = SharedOptions.MoreRules();
        var run = new Option<string?>("--run", "-r") { Description = "Run only the cases whose names this regular expression finds", HelpName = "REGEX" };
        var watch = new Option<bool>("--watch", "-w") { Description = "Run again whenever a file changes, until interrupted" };
        var output = SharedOptions.Output(RuleTests.Formats);
        var coverage = new Option<bool>("--coverage") { Description = "Show which outcomes, exceptions, boundaries and days no case reaches" };
        var threshold = new Option<int?>("--threshold") { Description = "Fail below so many per cent of coverage", HelpName = "PERCENT" };
        SharedOptions.RequirePercent(threshold);
        var limits = SharedOptions.Limits();
        var command = new Command(
            "test",
            """
            Runs the tests of rule sets: the cases of `*_test.yaml` files beside them.

            Examples:
              policycheck test rules
              policycheck test rules --run police --watch
              policycheck test rules --coverage --threshold 100
              policycheck test rules -o text -o junit=results.xml -o html=coverage.html

            Exit codes: 0 all pass and every rule is touched, 1 a case fails or shows nothing, or a rule,
            exception or definition is touched by none, 2 usage or nothing to run, 3 invalid input.
            """)
        {
            paths, rules, run, watch, output, coverage, threshold,
        };
        foreach (var option in limits.Options)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var request = new TestRequest(
                parsed.GetValue(paths) ?? [],
                parsed.GetValue(rules) ?? [],
                parsed.GetValue(run),
                parsed.GetValue(output) ?? [],
                parsed.GetValue(coverage) || parsed.GetValue(threshold) is not null,
                parsed.GetValue(threshold),
                limits.Read(parsed));
            finish(parsed.GetValue(watch)
                ? await TestWatch.Run(request, surroundings, engine, cancellation)
                : RuleTests.Run(request, surroundings, new(await engine.Value)));
        });
        return command;
    }
}
