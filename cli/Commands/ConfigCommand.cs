using System.Collections.Immutable;
using System.CommandLine;
using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Output;
using PolicyCheck.Projects;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>config</c>.</summary>
internal static class ConfigCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var options = new CheckOptions();
        var json = new Option<bool>("--json") { Description = "Write JSON" };
        var show = new Command(
            "show",
            $"""
            Says what a check would go by, and where each value comes from: the command line, the
            environment, or {ProjectReader.FileName} in the working directory or a folder above it.

            Examples:
              policycheck config show
              policycheck config show --strict --as-of 2027-12-02
              POLICYCHECK_FAIL_ON=advisory policycheck config show

            Exit codes: 0 the configuration is sound, 2 it isn't.
            """);
        options.AddTo(show);
        show.Add(json);
        show.SetAction(parsed =>
        {
            var settings = Settings.Resolve(parsed, options, surroundings);
            var request = options.Read(settings, surroundings.Today);
            var library = ProjectLibrary.Load(request, surroundings);
            ImmutableArray<ConfigLine> lines = [.. Lines(settings, library)];
            if (parsed.GetValue(json))
            {
                ConfigReport.Write(lines, surroundings.Output);
            }
            else
            {
                Write(lines, surroundings);
            }

            finish(ExitCode.Holds);
        });
        return new("config", "Shows what a check would go by.") { show };
    }

    private static IEnumerable<ConfigLine> Lines(Settings settings, RuleLibrary library)
    {
        foreach (var given in settings.Given)
        {
            yield return new(given.Key.Name, string.Join(", ", given.Values), given.Where);
        }

        var project = settings.Project;
        yield return new("ruleSets", Counted(library), project.RuleSets is { } choice ? Where(choice.Location) : "default");
        foreach (var parameter in project.Parameters)
        {
            yield return new($"parameters.{parameter.RuleSet}.{parameter.Parameter}", parameter.Value is Reading.ScalarNode scalar ? scalar.Value : "", Where(parameter.Location));
        }

        foreach (var weight in project.Severities)
        {
            yield return new($"severities.{weight.Rule}", Words.Of(weight.Severity), Where(weight.Location));
        }
    }

    private static string Counted(RuleLibrary library) => library.RuleSets is [var only] ? only.Id : $"{library.RuleSets.Length} rule sets";

    private static string Where(Location place) => $"{place.Path}:{place.Start.Line}:{place.Start.Column}";

    private static void Write(ImmutableArray<ConfigLine> lines, Surroundings surroundings)
    {
        var page = new TextPage(surroundings.Colours, surroundings.Width);
        foreach (var line in lines)
        {
            page.Line(0, $"{TextPage.Styled($"{line.Name}:", "blue")} {TextPage.Styled(line.Value.Length == 0 ? "–" : line.Value)}  {TextPage.Styled($"({line.From})", "dim")}");
        }

        page.WriteTo(surroundings.Output);
    }
}
