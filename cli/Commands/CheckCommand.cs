using System.CommandLine;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>check</c>.</summary>
internal static class CheckCommand
{
    private static readonly string[] FailOnWords = ["advisory", "not-applicable", "non-compliant", "never"];

    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, Action<ExitCode> finish)
    {
        var manifests = new Argument<string[]>("manifests")
        {
            Description = "Manifest files, folders of them, or - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var rules = SharedOptions.Rules();
        var asOf = SharedOptions.AsOf();
        var output = SharedOptions.Output(Check.Formats);
        var explain = new Option<string>("--explain") { Description = "How much to explain", DefaultValueFactory = _ => "fails" };
        explain.AcceptOnlyFromAmong("off", "fails", "full");
        var failOn = new Option<string[]>("--fail-on")
        {
            Description = "What else fails the check (advisory, not-applicable), or what alone does (non-compliant, never)",
            DefaultValueFactory = _ => [],
        };
        failOn.AcceptOnlyFromAmong(FailOnWords);
        var strict = new Option<bool>("--strict") { Description = "Count failures of rules that nobody read, or whose standing is unresolved, as failures" };
        var include = new Option<string[]>("--include") { Description = "What else to consider: proposals", DefaultValueFactory = _ => [] };
        include.AcceptOnlyFromAmong("proposals");
        var waivers = new Option<string[]>("--waivers") { Description = "A file of waivers, YAML, JSON or CSV; may be given several times", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var noWaivers = new Option<bool>("--no-waivers") { Description = "Apply no waivers, whoever names them" };
        var timeout = SharedOptions.Timeout();
        var limits = SharedOptions.Limits();
        var command = new Command(
            "check",
            """
            Judges deployments by the rules that bind them on a day.

            Examples:
              policycheck check entrance.manifest.yaml
              policycheck check deployments/ --as-of 2027-12-02 --explain full
              policycheck check entrance.manifest.yaml -o text -o json=report.json
              cat entrance.manifest.yaml | policycheck check - --include proposals

            Exit codes: 0 compliant or not applicable, 1 non-compliant, 2 usage, 3 invalid input,
            4 indeterminate (facts are missing), 5 internal error or time-out.
            """)
        {
            manifests, rules, asOf, output, explain, failOn, strict, include, waivers, noWaivers, timeout,
        };
        foreach (var option in limits.Options)
        {
            command.Add(option);
        }

        command.SetAction(parsed => finish(Check.Run(
            new(
                parsed.GetValue(manifests) ?? [],
                parsed.GetValue(rules) ?? [],
                parsed.GetValue(asOf) ?? surroundings.Today,
                parsed.GetValue(output) ?? [],
                Enum.Parse<Explain>(parsed.GetValue(explain) ?? "fails", ignoreCase: true),
                parsed.GetValue(failOn) ?? [],
                new AssessmentOptions(
                    IncludeProposals: (parsed.GetValue(include) ?? []).Contains("proposals"),
                    Strict: parsed.GetValue(strict),
                    AdvisoryCounts: (parsed.GetValue(failOn) ?? []).Contains("advisory")),
                parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue / 1000)) : null,
                limits.Read(parsed))
            {
                Waivers = parsed.GetValue(noWaivers) ? [] : parsed.GetValue(waivers) ?? [],
            },
            surroundings,
            engine)));
        return command;
    }
}
