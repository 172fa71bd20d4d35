using System.CommandLine;
using System.Text;
using PolicyCheck.Cli.Input;
using PolicyCheck.Reading;
using PolicyCheck.Schemas;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>schema</c>.</summary>
internal static class SchemaCommand
{
    private static readonly string[] Kinds = [.. Enum.GetNames<SchemaKind>().Select(name => name.ToLowerInvariant())];

    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var kind = new Argument<string>("kind") { Description = $"A kind of file: {string.Join(", ", Kinds)}" };
        kind.AcceptOnlyFromAmong(Kinds);
        var rules = SharedOptions.Rules();
        var command = new Command(
            "schema",
            """
            Prints the JSON Schema (draft-07) of a kind of file, for editors that complete and check YAML.

            Examples:
              policycheck schema manifest > manifest.schema.json
              policycheck schema rules --rules our-rules > rules.schema.json

            The first line of a file names its schema:
              # yaml-language-server: $schema=manifest.schema.json
            """)
        {
            kind,
        };
        foreach (var option in rules.Options)
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var library = RuleFiles.Load(rules.Read(parsed), ReadingLimits.Default, surroundings);
            var schema = JsonSchema.Write(Enum.Parse<SchemaKind>(parsed.GetValue(kind) ?? "", ignoreCase: true), library.Vocabulary);
            surroundings.Output.Write(Encoding.UTF8.GetBytes(schema));
            finish(ExitCode.Holds);
        });
        return command;
    }
}
