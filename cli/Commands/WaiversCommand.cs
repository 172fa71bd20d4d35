using System.Collections.Immutable;
using System.CommandLine;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>waivers</c>, with what can be asked of a register.</summary>
internal static class WaiversCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish) => new(
        "waivers",
        """
        Lists waivers, checks them against the rules that they waive, or writes a register of them.

        Examples:
          policycheck waivers list waivers.yaml
          policycheck waivers check waivers.yaml --manifests deployments/
          policycheck waivers report waivers.yaml -o markdown=WAIVERS.md
        """)
    {
        Listing("list", "Lists waivers with where each of them stands on a day.", Waivers.ListFormats, surroundings, finish),
        Checking(surroundings, engine, finish),
        Listing("report", "Writes a register of waivers for a regulator or an auditor: by rule and deployment, who granted what until when.", Waivers.ReportFormats, surroundings, finish),
    };

    private static Command Listing(string name, string description, ImmutableArray<string> formats, Surroundings surroundings, Action<ExitCode> finish)
    {
        var (files, asOf, output) = (WaiverFiles(), SharedOptions.AsOf(), SharedOptions.Output(formats));
        var (rules, origin) = SharedOptions.Rules();
        var (limits, read) = SharedOptions.Limits();
        var command = new Command(name, description) { files, asOf, output };
        Add(command, [.. rules, .. limits]);
        command.SetAction(parsed => finish(Waivers.List(
            new(parsed.GetValue(files) ?? [], [], origin(parsed), parsed.GetValue(asOf) ?? surroundings.Today, parsed.GetValue(output) ?? [], read(parsed)),
            formats,
            surroundings)));
        return command;
    }

    private static Command Checking(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var (files, asOf) = (WaiverFiles(), SharedOptions.AsOf());
        var (rules, origin) = SharedOptions.Rules();
        var manifests = new Option<string[]>("--manifests")
        {
            Description = "A manifest, or a folder of them, to say which waivers cover nothing; may be given several times",
            HelpName = "PATH",
            DefaultValueFactory = _ => [],
        };
        var (limits, read) = SharedOptions.Limits();
        var command = new Command(
            "check",
            """
            Checks waivers against the rules that they waive and, with --manifests, against the deployments that they excuse.

            Exit codes: 0 every waiver does what it says, 1 one doesn't, 2 usage, 3 invalid input.
            """)
        {
            files, asOf, manifests,
        };
        Add(command, [.. rules, .. limits]);
        command.SetAction(parsed => finish(Waivers.Check(
            new(parsed.GetValue(files) ?? [], parsed.GetValue(manifests) ?? [], origin(parsed), parsed.GetValue(asOf) ?? surroundings.Today, [], read(parsed)),
            surroundings,
            engine)));
        return command;
    }

    private static Argument<string[]> WaiverFiles() => new("files")
    {
        Description = "Files of waivers, YAML, JSON or CSV, or - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private static void Add(Command command, IReadOnlyList<Option> options)
    {
        foreach (var option in options)
        {
            command.Add(option);
        }
    }
}
