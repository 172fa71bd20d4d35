using System.CommandLine;
using PolicyCheck.Cli.Output;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>import</c>.</summary>
internal static class ImportCommand
{
    private static readonly string[] Formats = ["text", "json"];

    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var table = new Argument<string>("table") { Description = "A table with a line of headers, separated by commas, semicolons, tabs or bars, or - for standard input" };
        var mapping = new Option<string>("--mapping") { Description = $"A mapping file, or one that comes with the program: {string.Join(", ", ImportInput.Shipped)}", HelpName = "MAPPING", Required = true };
        var to = new Option<string?>("--to") { Description = "A file that ends in .manifest.yaml, or a folder that gets a file for each row; standard output by default", HelpName = "PATH" };
        var force = new Option<bool>("--force") { Description = "Overwrite files that exist" };
        var output = SharedOptions.Output(Formats);
        var rules = SharedOptions.Rules();
        var (limits, read) = SharedOptions.Limits();
        var command = new Command(
            "import",
            """
            Makes manifests of the rows of a table, such as an inventory of AI, by a mapping that says which column states
            which fact. What is blank, in progress or not in the mapping stays unstated. Rows that their reader found to be
            about something else are named in the report, and so are those that nobody has read.

            Examples:
              policycheck import inventory.csv --mapping omb-2024 > inventory.manifest.yaml
              policycheck import inventory.csv --mapping my.mapping.yaml --to manifests -o json

            The report goes to standard error; as JSON to standard output, where --to leaves that free.

            Exit codes: 0 imported, 2 usage, such as a file that exists; 3 a table or mapping with errors.
            """)
        {
            table, mapping, to, force, output,
        };
        foreach (var limit in limits)
        {
            command.Add(limit);
        }

        foreach (var option in rules.Options)
        {
            command.Add(option);
        }

        command.SetAction(parsed => finish(Import.Run(
            new(
                parsed.GetValue(table) ?? "",
                parsed.GetValue(mapping) ?? "",
                parsed.GetValue(to),
                parsed.GetValue(force),
                rules.Read(parsed),
                OutputTarget.ParseAll(parsed.GetValue(output) ?? [], Formats),
                read(parsed)),
            surroundings)));
        return command;
    }
}
