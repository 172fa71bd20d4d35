using System.CommandLine;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>replay</c>.</summary>
internal static class ReplayCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var file = new Argument<string>("file") { Description = "The evidence pack" };
        var key = SharedOptions.PublicKey("The public key that has to have signed it; without one damage is found, but nobody is vouched for");
        var command = new Command(
            "replay",
            """
            Derives the report of an evidence pack again from its parts, and says which part differs and why.

            Examples:
              policycheck replay entrance.pack
              policycheck replay entrance.pack --public-key public.pem

            Exit codes: 0 the same to the byte, 1 another report, 2 usage, 6 the pack isn't verified.
            """)
        {
            file, key,
        };
        command.SetAction(parsed => finish(PackRun.Replay(parsed.GetValue(file) ?? "", parsed.GetValue(key), surroundings, engine)));
        return command;
    }
}
