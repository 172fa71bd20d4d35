using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Reflection;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Projects;

namespace PolicyCheck.Cli.Output;

/// <summary>The manual page, made from the commands so that it names every verb and every option.</summary>
internal static class ManualPage
{
    private static readonly ImmutableArray<(string Name, string Meaning)> Environment =
    [
        .. ProjectKey.All.Concat(Settings.OfEnvironment).Select(key => (key.Variable, $"{key.Meaning} {(key.IsList ? "Several stand apart by semicolons. " : "")}The command line goes before it.")),
        (ProjectFile.Variable, "The project's configuration, where it isn't the one that is found."),
        ("NO_COLOR", "Where it isn't empty, nothing is coloured."),
        ("TERM", "Where it is dumb, nothing is coloured."),
        ("XDG_CACHE_HOME", "The folder in which what can be made again is kept; ~/.cache by default."),
    ];

    private static readonly ImmutableArray<(string Name, string Meaning)> Files =
    [
        (".policycheck.yaml", "The project's configuration, looked for in the working directory and upwards."),
        ("*.manifest.yaml, *.manifest.json", "Manifests, each of which describes a deployment. A folder means all of them in it."),
        ("*.rules.yaml", "Rule sets, each of which encodes one text."),
        ("*_test.yaml", "Tests of the rule sets beside them."),
        ("waivers.yaml, waivers.csv", "Waivers: accepted failures, with reason, grantor and end."),
        ("policycheck.baseline.json", "A baseline: the failures that were there when it was written."),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="root">The program's commands.</param>
    public static string Of(Command root)
    {
        var version = typeof(ManualPage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        var page = new Roff()
            .Macro("TH", "POLICYCHECK", "1", "", $"PolicyCheck {version}", "User Commands")
            .Macro("SH", "NAME").Line("policycheck - checks facial-recognition deployments against the rules that bind them")
            .Macro("SH", "SYNOPSIS").Macro("B", "policycheck").Line("verb [arguments] [options]")
            .Macro("SH", "DESCRIPTION").Text(root.Description ?? "")
            .Text("Reports go to standard output, diagnostics and progress to standard error. This is not legal advice.")
            .Macro("SH", "COMMANDS");
        foreach (var verb in root.Subcommands)
        {
            Write(page, verb, $"policycheck {verb.Name}");
        }

        page.Macro("SH", "OPTIONS OF EVERY COMMAND");
        Write(page, root.Options);
        page.Macro("SH", "EXIT STATUS").Text("Of several that apply, the one highest in this list is returned.");
        Write(page, ExitCodes.ByPrecedence.Select(entry => (((int)entry.Code).ToString(CultureInfo.InvariantCulture), entry.Meaning)));
        Write(page.Macro("SH", "ENVIRONMENT"), Environment);
        Write(page.Macro("SH", "FILES"), Files);
        return page.ToString();
    }

    private static void Write(Roff page, Command command, string name)
    {
        if (command.Hidden)
        {
            return;
        }

        page.Macro("SS", string.Join(' ', [name, .. command.Arguments.Select(Shown), .. command.Options.Any() ? ["[options]"] : Array.Empty<string>()]));
        page.Text(command.Description ?? "");
        Write(page, command.Arguments.Where(argument => !argument.Hidden).Select(argument => (argument.Name, argument.Description ?? "")));
        Write(page, command.Options);
        foreach (var verb in command.Subcommands)
        {
            Write(page, verb, $"{name} {verb.Name}");
        }
    }

    private static void Write(Roff page, IEnumerable<Option> options) =>
        Write(page, options.Where(option => !option.Hidden).Select(option => ($"{Names(option)}{Value(option)}", option.Description ?? "")));

    private static void Write(Roff page, IEnumerable<(string Name, string Meaning)> entries)
    {
        foreach (var (name, meaning) in entries)
        {
            page.Macro("TP").Macro("B", name).Line(meaning);
        }
    }

    private static string Shown(Argument argument) => argument.Arity switch
    {
        { MinimumNumberOfValues: 0, MaximumNumberOfValues: 1 } => $"[{argument.Name}]",
        { MinimumNumberOfValues: 0 } => $"[{argument.Name}...]",
        { MaximumNumberOfValues: 1 } => argument.Name,
        _ => $"{argument.Name}...",
    };

    // The short names with a slash or a question mark are for those who try them, not for those who read.
    private static string Names(Option option) =>
        string.Join(", ", option.Aliases.Where(alias => alias is ['-', >= 'a' and <= 'z']).Order(StringComparer.Ordinal).Append(option.Name));

    private static string Value(Option option) =>
        option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? ""
        : option.HelpName is { } name ? $" {name}"
        : string.Join('|', option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)) is { Length: > 0 } words ? $" {words}"
        : " VALUE";
}
