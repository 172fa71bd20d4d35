using System.CommandLine;
using PolicyCheck.Cli.Output;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>bundle</c>.</summary>
internal static class BundleCommand
{
    private const string ExitCodes = "Exit codes: 0 done, 2 usage, 3 a rule set has errors, 6 the bundle isn't verified.";

    private static readonly string[] Formats = ["text", "json"];

    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish) => new(
        "bundle",
        $"""
        Puts rule sets into one file that shows every change of it, signs and verifies it.

        Examples:
          policycheck bundle build our-rules -o our-rules.bundle --revision 2026-11 --signing-key key.pem
          policycheck bundle verify our-rules.bundle --public-key public.pem
          policycheck check entrance.manifest.yaml --rules our-rules.bundle --public-key public.pem
          openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout -out public.pem

        {ExitCodes}
        """)
    {
        Build(surroundings, finish), Sign(surroundings, finish), Verify(surroundings, finish), Inspect(surroundings, finish),
    };

    private static Command Build(Surroundings surroundings, Action<ExitCode> finish)
    {
        var folders = new Argument<string[]>("folders") { Description = "Folders of rule sets and vocabularies", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The file to write", HelpName = "FILE", Required = true };
        var name = new Option<string?>("--name") { Description = "What the bundle is called; the file's name without its ending by default" };
        var revision = new Option<string?>("--revision") { Description = "Which state of the rules it holds, such as 2026-11 or a commit" };
        var key = SharedOptions.SigningKey("The private key to sign it with: ECDSA P-256 or Ed25519, as openssl makes them");
        var command = new Command(
            "build",
            $"""
            Checks rule sets and writes them with their vocabulary as one file; the same rules give the same bytes.

            Example:
              policycheck bundle build our-rules -o our-rules.bundle --signing-key key.pem

            {ExitCodes}
            """)
        {
            folders, output, name, revision, key,
        };
        command.SetAction(parsed =>
        {
            BundleRun.Build(parsed.GetValue(folders) ?? [], parsed.GetValue(output) ?? "", (parsed.GetValue(name), parsed.GetValue(revision)), parsed.GetValue(key), surroundings);
            finish(ExitCode.Holds);
        });
        return command;
    }

    private static Command Sign(Surroundings surroundings, Action<ExitCode> finish)
    {
        var file = new Argument<string>("file") { Description = "The bundle, which is rewritten" };
        var key = SharedOptions.SigningKey("The private key: ECDSA P-256 or Ed25519, as openssl makes them");
        key.Required = true;
        var command = new Command("sign", $"Signs a bundle, in place of a signature that it has.\n\n{ExitCodes}") { file, key };
        command.SetAction(parsed =>
        {
            BundleRun.Sign(parsed.GetValue(file) ?? "", parsed.GetValue(key) ?? "", surroundings);
            finish(ExitCode.Holds);
        });
        return command;
    }

    private static Command Verify(Surroundings surroundings, Action<ExitCode> finish)
    {
        var file = new Argument<string?>("file") { Description = "The bundle", Arity = ArgumentArity.ZeroOrOne };
        var key = SharedOptions.PublicKey("The public key that has to have signed it");
        var builtIn = new Option<bool>("--built-in") { Description = "Verify the rules that come with the program" };
        var command = new Command("verify", $"Says whether a bundle is as it was signed, or whether the built-in rules are those that the program was made with.\n\n{ExitCodes}") { file, key, builtIn };
        command.Validators.Add(result =>
        {
            if (result.GetValue(builtIn) ? result.GetValue(file) is not null || result.GetValue(key) is not null : result.GetValue(file) is null || result.GetValue(key) is null)
            {
                result.AddError("verify takes a bundle with `--public-key PEM`, or `--built-in` alone");
            }
        });
        command.SetAction(parsed =>
        {
            BundleRun.Verify(parsed.GetValue(builtIn) ? null : parsed.GetValue(file), parsed.GetValue(key) ?? "", surroundings);
            finish(ExitCode.Holds);
        });
        return command;
    }

    private static Command Inspect(Surroundings surroundings, Action<ExitCode> finish)
    {
        var file = new Argument<string>("file") { Description = "The bundle" };
        var output = SharedOptions.Output(Formats);
        var command = new Command("inspect", $"Shows what a bundle holds and whose signature it claims; damage is found, but nobody is vouched for.\n\n{ExitCodes}") { file, output };
        command.SetAction(parsed =>
        {
            BundleRun.Inspect(parsed.GetValue(file) ?? "", OutputTarget.ParseAll(parsed.GetValue(output) ?? [], Formats), surroundings);
            finish(ExitCode.Holds);
        });
        return command;
    }
}
