using System.CommandLine;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>bench</c>.</summary>
internal static class BenchCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var manifests = new Argument<string[]>("manifests") { Description = "Manifests, or folders of them, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var rules = SharedOptions.Rules();
        var asOf = SharedOptions.AsOf();
        var output = SharedOptions.Output(Bench.Formats);
        var rounds = SharedOptions.Positive("--rounds", "How often everything is measured in turn", 7);
        var compare = new Option<string?>("--compare") { Description = "Fail where a ratio has grown since the measurement in this file, made with `-o json`", HelpName = "FILE" };
        var threshold = new Option<int?>("--threshold") { Description = "By how many per cent a ratio may have grown; 10 by default", HelpName = "PERCENT" };
        SharedOptions.RequirePercent(threshold);
        var limits = SharedOptions.Limits();
        var command = new Command(
            "bench",
            """
            Measures what loading, compiling, reading and judging cost for your rules and manifests.

            Each is told as a ratio to what YamlDotNet's parser alone takes on the same files, in turn with
            it, so that measurements of different machines can be compared.

            Examples:
              policycheck bench deployments
              policycheck bench deployments --rules our-rules -o json=bench.json
              policycheck bench deployments --rules our-rules --compare bench.json

            Exit codes: 0 measured, and nothing grew, 1 a ratio grew by more than the threshold and by more
            than 0.05, 2 usage, 3 invalid input.
            """)
        {
            manifests, asOf, output, rounds, compare, threshold,
        };
        foreach (var option in rules.Options.Concat(limits.Options))
        {
            command.Add(option);
        }

        command.SetAction(parsed => finish(Bench.Run(
            new(
                parsed.GetValue(manifests) ?? [],
                rules.Read(parsed),
                parsed.GetValue(asOf) ?? surroundings.Today,
                parsed.GetValue(output) ?? [],
                parsed.GetValue(rounds),
                parsed.GetValue(compare),
                parsed.GetValue(threshold) ?? Bench.DefaultThreshold,
                limits.Read(parsed)),
            surroundings)));
        return command;
    }
}
