using System.CommandLine;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Fleets;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>ask</c>.</summary>
internal static class AskCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var options = new CheckOptions
        {
            Without = ["--output", "--explain", "--min-severity", "--waivers", "--no-waivers", "--baseline", "--write-baseline", "--signing-key", "--quiet", "--verbose", "--timeout", "--cure", "--over", .. FleetOptions.Names],
        };
        var output = SharedOptions.Output(Ask.Formats);
        output.DefaultValueFactory = _ => [];
        var audience = new Option<string>("--for") { Description = "Only what this person would know: vendor, operator or legal; in markdown, csv and html a questionnaire to send", HelpName = "WHO" };
        audience.AcceptOnlyFromAmong("vendor", "operator", "legal");
        var interactive = new Option<bool>("--interactive") { Description = "Ask on standard output and read answers from standard input, a line each, also where that isn't a terminal" };
        var write = new Option<bool>("--write") { Description = "Write the answers into the manifest's file" };
        var to = new Option<string>("--to") { Description = "Write the manifest with the answers to another file", HelpName = "FILE" };
        var command = new Command(
            "ask",
            """
            Asks for the facts that settle the verdict, the fewest that do.

            Every question can change the verdict of the deployment as a whole, over all rules and uses together, and no fact
            that isn't asked for can. Their order needs the fewest questions to be expected where each answer that rules tell
            apart is equally likely. On a terminal it is an interview, which ends as soon as the verdict is settled and writes
            the manifest with the answers; elsewhere, or with -o, the list of the questions with what each answer leads to.

            Examples:
              policycheck ask entrance.manifest.yaml
              policycheck ask entrance.manifest.yaml -o text
              policycheck ask entrance.manifest.yaml --for vendor -o csv=questions.csv
              policycheck ask entrance.manifest.yaml --interactive --write < answers.txt

            Exit codes: 0 settled, 2 usage, 3 invalid input, 4 questions are left.
            """);
        options.AddTo(command);
        foreach (var option in new Option[] { output, audience, interactive, write, to })
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var settings = Settings.Resolve(parsed, options, surroundings);
            var request = new AskRequest(
                options.Read(settings, surroundings.Today),
                parsed.GetResult(output) is { Implicit: false } ? parsed.GetValue(output) ?? [] : [],
                parsed.GetValue(audience),
                parsed.GetValue(interactive),
                new(parsed.GetValue(write), parsed.GetValue(to)));
            finish(Ask.Run(request, surroundings, engine));
        });
        return command;
    }
}
