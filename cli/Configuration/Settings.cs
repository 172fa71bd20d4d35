using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyCheck.Projects;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Configuration;

/// <summary>What a run goes by: the command line, over the environment, over the project's configuration.</summary>
/// <param name="Effective">The command line with what the others add to it.</param>
/// <param name="Project">The project, its rules and rule sets left out where the command line or the environment names others.</param>
/// <param name="File">The configuration's file, or null where there is none.</param>
/// <param name="Given">Each setting with its values and where they come from.</param>
/// <param name="IsDebugged">Whether the build runs with debug logging, as GitHub says it in <c>RUNNER_DEBUG</c>.</param>
internal sealed record Settings(ParseResult Effective, Project Project, ProjectFile? File, ImmutableArray<GivenSetting> Given, bool IsDebugged)
{
    private const char Separator = ';';

    /// <summary>What the environment can say and a project's file can't, because it would make every later run about that day.</summary>
    public static ImmutableArray<ProjectKey> OfEnvironment { get; } =
    [
        new("asOf", "The day asked about.", IsList: false, IsPath: false, []),
        new("timeout", "After how many seconds to give up.", IsList: false, IsPath: false, []),
    ];

    /// <summary>Finds out what a run goes by.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">Its options.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">The environment or the configuration is wrong.</exception>
    public static Settings Resolve(ParseResult parsed, CheckOptions options, Surroundings surroundings)
    {
        RefuseMisspelt(surroundings.Environment);
        var file = ProjectFile.Find(parsed.GetValue(options.Config), parsed.GetValue(options.NoConfig), surroundings);
        ImmutableArray<GivenSetting> given = [.. ProjectKey.All.Concat(OfEnvironment).Where(key => !options.Without.Contains(key.Flag) && !(options.WithoutManifests && key.Name == "manifests")).Select(key => Give(key, parsed, options, file, surroundings))];
        foreach (var setting in given.Where(setting => setting.Origin == SettingOrigin.Environment))
        {
            if (With(parsed, [setting]).Errors is [var error, ..])
            {
                throw new CommandException(ExitCode.Usage, $"{setting.Key.Variable}: {error.Message}");
            }
        }

        // Folders of the project come besides the built-in rules, those of the command line in their place.
        var rules = given.Single(setting => setting.Key.Name == "rules");
        var effective = With(parsed, given.Where(setting => setting.Origin is SettingOrigin.Environment or SettingOrigin.File && !(setting == rules && rules.Origin == SettingOrigin.File)));
        var project = file?.Project ?? Project.Empty;
        return new(
            effective,
            rules.Origin is SettingOrigin.CommandLine or SettingOrigin.Environment ? project with { RuleSets = null } : project,
            file,
            given,
            surroundings.Environment.GetValueOrDefault("RUNNER_DEBUG") == "1");
    }

    /// <summary>The folders of rules that the project adds to the built-in ones.</summary>
    public ImmutableArray<string> OwnRules => Given.Single(setting => setting.Key.Name == "rules") is { Origin: SettingOrigin.File } rules ? rules.Values : [];

    private static GivenSetting Give(ProjectKey key, ParseResult parsed, CheckOptions options, ProjectFile? file, Surroundings surroundings)
    {
        if (options.IsGiven(parsed, key))
        {
            return new(key, [.. Tokens(parsed, key)], SettingOrigin.CommandLine, null);
        }

        if (surroundings.Environment.TryGetValue(key.Variable, out var text) && text.Length > 0)
        {
            return new(key, key.IsList ? [.. text.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [text], SettingOrigin.Environment, null);
        }

        return file?.Project.Settings.FirstOrDefault(setting => setting.Key == key) is { } stated
            ? new(key, [.. stated.Values.Select(value => file.FromHere(key, value, surroundings))], SettingOrigin.File, stated.Location)
            : new(key, [], SettingOrigin.Default, null);
    }

    private static IEnumerable<string> Tokens(ParseResult parsed, ProjectKey key) =>
        (key.Name == "manifests" ? parsed.CommandResult.Tokens : CheckOptions.Find(parsed, key)?.Tokens ?? []).Select(token => token.Value).DefaultIfEmpty("true");

    // What is added stands right after the command's name, so that a `--` later on doesn't turn it into manifests.
    private static ParseResult With(ParseResult parsed, IEnumerable<GivenSetting> settings)
    {
        List<string> added = [.. settings.SelectMany(setting => setting.Values.SelectMany(value => setting.Key.Name == "manifests" ? new[] { value } : [setting.Key.Flag, value]))];
        var tokens = parsed.Tokens;
        var names = tokens.TakeWhile(token => token.Type == TokenType.Command).Count();
        return added.Count == 0 ? parsed : parsed.RootCommandResult.Command.Parse([.. tokens.Take(names).Select(token => token.Value), .. added, .. tokens.Skip(names).Select(token => token.Value)]);
    }

    private static void RefuseMisspelt(IReadOnlyDictionary<string, string> environment)
    {
        const string prefix = "POLICYCHECK_";
        var known = ProjectKey.All.Concat(OfEnvironment).Select(key => key.Variable).Append(ProjectFile.Variable).Select(name => name[prefix.Length..]).ToList();
        foreach (var name in environment.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]).Where(name => !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            if (Spelling.Nearest(name, known) is { } meant)
            {
                throw new CommandException(ExitCode.Usage, $"the variable {prefix}{name} sets nothing: did you mean {prefix}{meant}?");
            }
        }
    }
}
