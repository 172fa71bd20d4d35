using System.Collections.Immutable;
using System.CommandLine;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>completion</c>.</summary>
/// <remarks>The scripts hold no verb and no option: they ask the program, by System.CommandLine's directive <c>[suggest]</c>.</remarks>
internal static class CompletionCommand
{
    /// <summary>The shells there are scripts for.</summary>
    public static ImmutableArray<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var shell = new Argument<string>("shell") { Description = $"A shell: {string.Join(", ", Shells)}" };
        shell.AcceptOnlyFromAmong([.. Shells]);
        var command = new Command(
            "completion",
            """
            Prints a script that completes verbs, options and their words in a shell.

            Examples:
              source <(policycheck completion bash)
              policycheck completion zsh > "${fpath[1]}/_policycheck"
              policycheck completion fish > ~/.config/fish/completions/policycheck.fish
              policycheck completion pwsh | Out-String | Invoke-Expression

            The script asks the program, which has to be on the PATH, and leaves files to the shell.
            """)
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion/{parsed.GetValue(shell)}")
                ?? throw new InvalidOperationException("a script of completion is not in the program");
            script.CopyTo(surroundings.Output);
            finish(ExitCode.Holds);
        });
        return command;
    }
}
