using System.CommandLine;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Fleets;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>pack</c>.</summary>
internal static class PackCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var options = new CheckOptions
        {
            // A pack is what was assessed and not how it was told or compared.
            Without = ["--output", "--explain", "--min-severity", "--cure", "--baseline", "--write-baseline", "--signing-key", "--quiet", "--verbose", "--timeout", "--over", .. FleetOptions.Names],
        };
        var output = new Option<string>("--output", "-o") { Description = "The file to write", HelpName = "FILE", Required = true };
        var key = SharedOptions.SigningKey("The private key to sign it with: ECDSA P-256 or Ed25519, as openssl makes them");
        var command = new Command(
            "pack",
            """
            Judges deployments as check does, and writes the report with all that it follows from as one file.

            In it are the manifests, the rules, the vocabulary, the waivers, the configuration, the day, the options, the
            program's version, the verdict and the report; `policycheck replay` derives the report from them again.

            Examples:
              policycheck pack entrance.manifest.yaml -o entrance.pack --as-of 2026-11-23
              policycheck pack deployments/ -o deployments.pack --signing-key key.pem

            Exit codes: 0 written, whatever the verdict; 2 usage, 3 invalid input, 6 the rules aren't verified.
            """);
        command.Add(output);
        command.Add(key);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            PackRun.Pack(Settings.Resolve(parsed, options, surroundings), options, parsed.GetValue(output) ?? "", parsed.GetValue(key), surroundings, engine);
            finish(ExitCode.Holds);
        });
        return command;
    }
}
