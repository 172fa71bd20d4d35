using System.Collections.Immutable;
using System.CommandLine;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Linting;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>lint</c>.</summary>
internal static class LintCommand
{
    private static readonly string[] Formats = ["text", "json"];

    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var paths = new Argument<string[]>("paths") { Description = "Files, folders, or - for a rule set on standard input; the working directory by default", Arity = ArgumentArity.ZeroOrMore };
        var output = SharedOptions.Output(Formats);
        var asOf = SharedOptions.AsOf();
        var within = SharedOptions.Positive("--within", "How many days ahead a period counts as about to end", 90);
        var rules = SharedOptions.MoreRules();
        var (limits, read) = SharedOptions.Limits();
        var command = new Command(
            "lint",
            """
            Finds what is doubtful in rule sets that are otherwise in order: rules that decide nothing, exceptions
            that can't apply, gaps between periods, sources that nobody has looked at for a year, and more.
            `policycheck explain <finding>` says what to avoid, what to prefer, and why. A comment
            `# lint: allow stale-source the reason` above a line allows a finding there.

            Examples:
              policycheck lint rules
              policycheck lint my.rules.yaml --as-of 2027-01-01 --within 30
              policycheck lint - < my.rules.yaml
              policycheck lint rules -o json

            Exit codes: 0 nothing found, 1 findings, 2 usage, 3 a file with errors.
            """)
        {
            paths, output, asOf, within, rules,
        };
        foreach (var limit in limits)
        {
            command.Add(limit);
        }

        command.SetAction(parsed => finish(Lint(
            parsed.GetValue(paths) ?? [],
            parsed.GetValue(rules) ?? [],
            OutputTarget.ParseAll(parsed.GetValue(output) ?? [], Formats),
            new(parsed.GetValue(asOf) ?? surroundings.Today, parsed.GetValue(within)),
            read(parsed),
            surroundings)));
        return command;
    }

    private static ExitCode Lint(string[] paths, string[] rules, ImmutableArray<OutputTarget> targets, LintOptions options, ReadingLimits limits, Surroundings surroundings)
    {
        var files = AuthorFiles.Find(paths, surroundings);
        ImmutableArray<PolicyFile> further = rules.Length == 0 ? [] : AuthorFiles.Find(rules, surroundings);
        var result = Linter.Lint(files, further, options, limits);
        foreach (var diagnostic in result.Diagnostics)
        {
            surroundings.Error.WriteLine(DiagnosticText.Render(diagnostic));
        }

        foreach (var target in result.HasErrors ? [] : targets)
        {
            target.Write(surroundings, stream =>
            {
                if (target.Format == "json")
                {
                    LintJson.Write(result, options, stream);
                }
                else
                {
                    LintText.Write(result, files.Length, stream);
                }
            });
        }

        return result.HasErrors ? ExitCode.InvalidInput : result.Open.Any() ? ExitCode.DoesNotHold : ExitCode.Holds;
    }
}
