using System.CommandLine;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Fleets;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>check</c>.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var options = new CheckOptions();
        var command = new Command(
            "check",
            """
            Judges deployments by the rules that bind them on a day.

            Examples:
              policycheck check entrance.manifest.yaml
              policycheck check deployments/ --as-of 2027-12-02 --explain full
              policycheck check entrance.manifest.yaml -o text -o json=report.json
              cat entrance.manifest.yaml | policycheck check - --include proposals
              policycheck check fleet.ndjson -o ndjson=results.ndjson -o text --resume

            Exit codes: 0 compliant or not applicable, 1 non-compliant, 2 usage, 3 invalid input,
            4 indeterminate (facts are missing), 5 internal error or time-out.
            """);
        var watch = new Option<bool>("--watch") { Description = "Check again whenever a file changes, until interrupted" };
        options.AddTo(command);
        command.Add(watch);
        command.SetAction(async (parsed, cancellation) =>
        {
            finish(parsed.GetValue(watch)
                ? await CheckWatch.Run(Resolve, request => Deadline.Keep(request.Timeout, _ => Check.Run(request, surroundings, engine)), surroundings, cancellation)
                : Deadline.Keep(options.Timeout(parsed), ends =>
                {
                    var request = Resolve().Request;
                    ends(request.Timeout, FleetRules.Unfinished(request));
                    return Check.Run(request, surroundings, engine);
                }));

            (Settings Settings, CheckRequest Request) Resolve()
            {
                var settings = Settings.Resolve(parsed, options, surroundings);
                return (settings, options.Read(settings, surroundings.Today));
            }
        });
        return command;
    }
}
