using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyCheck.Assessments;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Cli.Fleets;
using PolicyCheck.Cli.Input;
using PolicyCheck.Projects;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Cli.Configuration;

/// <summary>The options of <c>check</c>, which <c>config show</c> takes as well to say where each value comes from.</summary>
internal sealed class CheckOptions
{
    private readonly Argument<string[]> _manifests = new("manifests") { Description = "Manifest files, folders of them, or - for standard input", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly (IReadOnlyList<Option> Options, Func<ParseResult, RuleOrigin> Read) _rules = SharedOptions.Rules();
    private readonly Option<DateOnly?> _asOf = SharedOptions.AsOf();
    private readonly Option<string[]> _output = SharedOptions.Output(Check.Formats);
    private readonly Option<string> _explain = Words("--explain", "How much to explain", "explain");
    private readonly Option<string[]> _failOn = Several("--fail-on", "What else fails the check (advisory, not-applicable), or what alone does (non-compliant, never)", "failOn");
    private readonly Option<string> _minSeverity = Words("--min-severity", "The least severity that fails the check; what is less severe is only reported", "minSeverity");
    private readonly Option<string> _minBasis = Words("--min-basis", "How well a fact must be known to count; of a fact that is stated more weakly nothing is known", "minBasis");
    private readonly Option<bool> _strict = new("--strict") { Description = "Count failures of rules that nobody read, or whose standing is unresolved, as failures" };
    private readonly Option<string[]> _include = Several("--include", "What else to consider: proposals", "include");
    private readonly Option<string?> _over = Over();
    private readonly Option<string[]> _waivers = new("--waivers") { Description = "A file of waivers, YAML, JSON or CSV; may be given several times", HelpName = "FILE", DefaultValueFactory = _ => [] };
    private readonly Option<bool> _noWaivers = new("--no-waivers") { Description = "Apply no waivers, whoever names them" };
    private readonly Option<bool> _verify = new("--verify") { Description = "Judge every finding a second time in another way, and end with 5 where both differ" };
    private readonly Option<bool> _cure = new("--cure") { Description = "Search for the smallest sets of changes that make each deployment compliant; nothing is written" };
    private readonly Option<string> _baseline = new("--baseline") { Description = "A baseline: only failures that it doesn't have fail the check", HelpName = "FILE" };
    private readonly Option<string> _writeBaseline = new("--write-baseline") { Description = "Write what fails or is open now as a baseline", HelpName = "FILE" };
    private readonly Option<string?> _signingKey = SharedOptions.SigningKey("The private key to sign in-toto statements with: ECDSA P-256 or Ed25519, as openssl makes them");
    private readonly Option<int?> _timeout = SharedOptions.Timeout();
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Write nothing where the check holds, and only the summary where it doesn't; errors are always told" };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say on standard error what is read and what comes of it" };
    private readonly (IReadOnlyList<Option> Options, Func<ParseResult, ReadingLimits> Read) _limits = SharedOptions.Limits();
    private readonly (IReadOnlyList<Option> Options, Func<ParseResult, FleetRequest> Read) _fleet = FleetOptions.Create();

    /// <summary>The configuration's file in place of the one found upwards.</summary>
    public Option<string> Config { get; } = new("--config") { Description = $"The project's configuration; {ProjectReader.FileName} here or in a folder above by default", HelpName = "FILE" };

    /// <summary>Whether no configuration is read.</summary>
    public Option<bool> NoConfig { get; } = new("--no-config") { Description = "Read no configuration" };

    /// <summary>The flags that the command doesn't take, and the environment and the project don't set for it.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Whether the command takes no manifests, because another file says which are meant.</summary>
    public bool WithoutManifests { get; init; }

    /// <summary>Adds all of them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        if (!WithoutManifests)
        {
            command.Add(_manifests);
        }

        foreach (var option in _rules.Options.Concat([_asOf, _output, _explain, _failOn, _minSeverity, _minBasis, _strict, _include, _over, _waivers, _noWaivers, _cure, _verify, _baseline, _writeBaseline, _signingKey, Config, NoConfig, _quiet, _verbose, _timeout]).Concat(_fleet.Options).Concat(_limits.Options).Where(option => !Without.Contains(option.Name)))
        {
            command.Add(option);
        }
    }

    /// <summary>Whether the command line itself gives a value.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="key">The key that stands for the option.</param>
    public bool IsGiven(ParseResult parsed, ProjectKey key) => key.Name == "manifests"
        ? parsed.GetResult(_manifests) is { Tokens.Count: > 0 }
        : Find(parsed, key) is { Implicit: false };

    /// <summary>After how long to give up, by the command line alone; null where it doesn't say.</summary>
    /// <param name="parsed">The command line.</param>
    public TimeSpan? Timeout(ParseResult parsed) => parsed.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue / 1000)) : null;

    /// <summary>What the command line has of the option that a key stands for, or null.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="key">The key.</param>
    public static OptionResult? Find(ParseResult parsed, ProjectKey key) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == key.Flag) is { } option ? parsed.GetResult(option) : null;

    /// <summary>Reads off what was asked for.</summary>
    /// <param name="settings">The command line, with what the environment and the project add to it.</param>
    /// <param name="today">The day asked about where none is given.</param>
    public CheckRequest Read(Settings settings, DateOnly today)
    {
        var parsed = settings.Effective;
        var failOn = parsed.GetValue(_failOn) ?? [];
        return new(
            parsed.GetValue(_manifests) ?? [],
            _rules.Read(parsed),
            settings.OwnRules,
            settings.Project,
            parsed.GetValue(_asOf) ?? today,
            parsed.GetValue(_output) ?? [],
            Enum.Parse<Explain>(parsed.GetValue(_explain) ?? "fails", ignoreCase: true),
            failOn,
            parsed.GetValue(_minSeverity) is { } severity ? RuleSets.Words.Parse<Severity>(severity) : null,
            new AssessmentOptions(
                IncludeProposals: (parsed.GetValue(_include) ?? []).Contains("proposals"),
                Strict: parsed.GetValue(_strict),
                AdvisoryCounts: failOn.Contains("advisory"))
            {
                MinBasis = parsed.GetValue(_minBasis) is { } basis ? RuleSets.Words.Parse<Basis>(basis) : Basis.Claimed,
            },
            parsed.GetValue(_baseline),
            parsed.GetValue(_writeBaseline),
            parsed.GetValue(_signingKey),
            parsed.GetValue(_quiet),
            parsed.GetValue(_verbose) || settings.IsDebugged,
            Timeout(parsed),
            _limits.Read(parsed))
        {
            OverPeriod = parsed.GetValue(_over) is not null,
            Waivers = parsed.GetValue(_noWaivers) ? [] : parsed.GetValue(_waivers) ?? [],
            Cure = parsed.GetValue(_cure),
            Verify = parsed.GetValue(_verify),
            Fleet = Without.Contains(FleetOptions.Jobs) ? FleetRequest.None : _fleet.Read(parsed),
        };
    }

    private static Option<string?> Over()
    {
        var option = new Option<string?>("--over") { Description = "Judge each deployment on all days of its own period, which its manifest states; the worst of them is reported", HelpName = "period" };
        option.AcceptOnlyFromAmong("period");
        return option;
    }

    private static Option<string> Words(string name, string description, string key)
    {
        var option = new Option<string>(name) { Description = description };
        option.AcceptOnlyFromAmong([.. WordsOf(key)]);
        return option;
    }

    private static Option<string[]> Several(string name, string description, string key)
    {
        var option = new Option<string[]>(name) { Description = description, DefaultValueFactory = _ => [] };
        option.AcceptOnlyFromAmong([.. WordsOf(key)]);
        return option;
    }

    private static ImmutableArray<string> WordsOf(string key) => ProjectKey.All.Single(known => known.Name == key).Words;
}
