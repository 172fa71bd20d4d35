using System.CommandLine;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Reading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Cli.Commands;

/// <summary>The verb <c>list</c>.</summary>
internal static class ListCommand
{
    private static readonly string[] Formats = ["text", "json"];

    /// <summary>Makes the verb.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="finish">Takes the exit code.</param>
    public static Command Create(Surroundings surroundings, Action<ExitCode> finish)
    {
        var what = new Argument<string>("what") { Description = "rule-sets (the default) or facts", DefaultValueFactory = _ => "rule-sets" };
        what.AcceptOnlyFromAmong("rule-sets", "facts");
        var rules = SharedOptions.Rules();
        var asOf = SharedOptions.AsOf();
        var output = SharedOptions.Output(Formats);
        var place = new Option<string?>("--place") { Description = "Only what binds in a place, such as US-OR", HelpName = "PLACE" };
        var coverage = new Option<bool>("--coverage") { Description = "With each provision of every text: its rule, or why it has none" };
        var command = new Command(
            "list",
            """
            Lists the rule sets with what they bind and when, or the facts that a manifest can state.

            Examples:
              policycheck list
              policycheck list --place US-OR/portland --as-of 2021-01-01
              policycheck list --coverage --place US-WA
              policycheck list facts
              policycheck list -o json
            """)
        {
            what, asOf, output, place, coverage,
        };
        foreach (var option in rules.Options)
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var targets = OutputTarget.ParseAll(parsed.GetValue(output) ?? [], Formats);
            var library = RuleFiles.Load(rules.Read(parsed), ReadingLimits.Default, surroundings);
            var day = parsed.GetValue(asOf) ?? surroundings.Today;
            var sets = library.RuleSets.Where(set => Binds(set, parsed.GetValue(place), library, day)).ToList();
            foreach (var target in targets)
            {
                target.Write(surroundings, stream =>
                {
                    if (target.Format == "json")
                    {
                        WriteJson(stream);
                        return;
                    }

                    var page = new TextPage(surroundings.Colours && target.Path is null, target.Path is null ? surroundings.Width : Surroundings.PlainWidth);
                    if (parsed.GetValue(what) == "facts")
                    {
                        FactList.Write(page, library.Vocabulary);
                    }
                    else
                    {
                        RuleSetList.Write(page, sets, library, day, parsed.GetValue(coverage));
                    }

                    page.WriteTo(stream);
                });
            }

            finish(ExitCode.Holds);

            void WriteJson(Stream stream)
            {
                if (parsed.GetValue(what) == "facts")
                {
                    ListReport.WriteFacts(library.Vocabulary, day, stream);
                }
                else
                {
                    ListReport.WriteRuleSets(sets, day, parsed.GetValue(coverage), stream);
                }
            }
        });
        return command;
    }

    private static bool Binds(RuleSet set, string? place, RuleLibrary library, DateOnly day)
    {
        if (place is null)
        {
            return true;
        }

        return Facts.PlaceParser.TryParse(place, library.Vocabulary, groupsAllowed: false, out var parsed, out var cure)
            ? set.Jurisdictions.SelectMany(scope => library.Vocabulary.PlacesOf(scope, day)).Any(scope => parsed.IsIn(scope) != Truth.False)
            : throw new CommandException(ExitCode.Usage, $"`{place}` is not a place: {cure}");
    }
}
