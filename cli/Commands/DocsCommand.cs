using System.CommandLine;
using PolicyCheck.Cli.Output;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>docs</c>.</summary>
internal static class DocsCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Rule sets, or folders of them; none means the built-in rules",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string[]>("--output", "-o")
        {
            Description = "markdown or html, with =DIR to write a folder; may be given several times",
            HelpName = "FORMAT[=DIR]",
            DefaultValueFactory = _ => [Docs.Formats[0]],
        };
        var check = new Option<bool>("--check") { Description = "Write nothing, and fail where a page in the folder isn't what would be written" };
        var command = new Command(
            "docs",
            """
            Writes a reference of rule sets: what each rule says, in words made from its conditions.

            Examples:
              policycheck docs our-rules -o markdown=our-rules/reference
              policycheck docs -o html=site
              policycheck docs our-rules -o markdown=our-rules/reference --check
              policycheck docs our-rules/notice.rules.yaml
              policycheck docs man > policycheck.1

            Without a folder the pages go to standard output, as Markdown. In a folder, a page that was made here
            and belongs to no rule set any more is removed; every other file is left alone.

            Exit codes: 0 written, or up to date; 1 out of date, 2 usage, 3 a rule set with errors.
            """)
        {
            paths, output, check, ManCommand.Create(surroundings, finish),
        };
        command.SetAction(parsed => finish(Docs.Run(
            parsed.GetValue(paths) ?? [],
            OutputTarget.ParseAll(parsed.GetValue(output) ?? [], Docs.Formats),
            parsed.GetValue(check),
            surroundings)));
        return command;
    }
}
