using System.CommandLine;
using System.Text;
using PolicyCheck.Cli.Output;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>docs man</c>.</summary>
internal static class ManCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var command = new Command(
            "man",
            """
            Prints the manual page of this program, made from its commands.

            Examples:
              policycheck docs man > policycheck.1
              policycheck docs man | man -l -
            """);
        command.SetAction(parsed =>
        {
            surroundings.Output.Write(Encoding.UTF8.GetBytes(ManualPage.Of(parsed.RootCommandResult.Command)));
            finish(ExitCode.Holds);
        });
        return command;
    }
}
