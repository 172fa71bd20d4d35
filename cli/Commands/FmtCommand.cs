using System.CommandLine;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>fmt</c>.</summary>
internal static class FmtCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var paths = new Argument<string[]>("paths") { Description = "Files, folders, or - for standard input; the working directory by default", Arity = ArgumentArity.ZeroOrMore };
        var check = new Option<bool>("--check") { Description = "Name the files that aren't formatted, with exit code 1 if there are any (the default for files)" };
        var write = new Option<bool>("--write", "-w") { Description = "Rewrite the files that aren't formatted" };
        var diff = new Option<bool>("--diff", "-d") { Description = "Show what would change, as a patch" };
        var name = new Option<string?>("--stdin-filename") { Description = "What standard input is called in messages", HelpName = "NAME" };
        var command = new Command(
            "fmt",
            """
            Brings rule sets, tests, vocabularies, manifests, mappings and waivers into one layout. Comments stay, and so does what the files say.

            Examples:
              policycheck fmt rules
              policycheck fmt --write rules/us
              policycheck fmt --diff my.rules.yaml
              policycheck fmt - < my.rules.yaml
            """)
        {
            paths, check, write, diff, name,
        };
        command.SetAction(parsed => finish(Format.Run(
            new(parsed.GetValue(paths) ?? [], parsed.GetValue(check), parsed.GetValue(write), parsed.GetValue(diff), parsed.GetValue(name)), surroundings)));
        return command;
    }
}
