using System.CommandLine;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Fleets;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>answer</c>.</summary>
internal static class AnswerCommand
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
            WithoutManifests = true,
        };
        var filled = new Argument<string>("file") { Description = "The filled questionnaire, CSV or Markdown, as `ask -o csv` and `ask -o markdown` write it" };
        var manifest = new Option<string>("--manifest") { Description = "The manifest that it asks about, where that isn't the file named in it", HelpName = "FILE" };
        var write = new Option<bool>("--write") { Description = "Write the answers into the manifest's file" };
        var to = new Option<string>("--to") { Description = "Write the manifest with the answers to another file", HelpName = "FILE" };
        var command = new Command(
            "answer",
            """
            Takes a filled questionnaire back into the manifest, each answer with its basis, source and day.

            It says the verdict with the answers, or what is still open. Every answer that can't be understood is told with its
            place in the file, and nothing is written then. Where the manifest has changed since it was asked about, an answer
            counts if the fact is still not stated.

            Examples:
              policycheck answer questions.csv
              policycheck answer questions.csv --write
              policycheck answer questions.md --manifest entrance.manifest.yaml --to answered.manifest.yaml

            Exit codes: 0 settled, 2 usage, 3 invalid input, 4 questions are left.
            """)
        {
            filled,
        };
        options.AddTo(command);
        foreach (var option in new Option[] { manifest, write, to })
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var settings = Settings.Resolve(parsed, options, surroundings);
            finish(Answer.Run(parsed.GetValue(filled) ?? "", parsed.GetValue(manifest), new(parsed.GetValue(write), parsed.GetValue(to)), options.Read(settings, surroundings.Today), surroundings, engine));
        });
        return command;
    }
}
