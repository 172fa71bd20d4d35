using System.CommandLine;
using PolicyCheck.Cli.LanguageServer;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>lsp</c>.</summary>
internal static class LspCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var stdio = new Option<bool>("--stdio") { Description = "Talk over standard input and output, as it always does; some editors ask for it" };
        var command = new Command(
            "lsp",
            """
            Serves an editor by the Language Server Protocol: diagnostics across files, failing cases and findings of
            lint among them, definitions, references, hover with what tests reach, rename, completion, and above
            each rule what it says of the nearest example.

            Examples:
              policycheck lsp
            """)
        {
            stdio,
        };
        command.SetAction(async (_, cancellation) => finish(await Server.Run(surroundings, engine, cancellation)));
        return command;
    }
}
