using System.CommandLine;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Input;
using PolicyCheck.Cli.Output;
using PolicyCheck.Explanation;
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
        var command = new Command(
            "list",
            """
            Lists the rule sets with what they bind and when, or the facts that a manifest can state.

            Examples:
              policycheck list
              policycheck list --place US-OR/portland --as-of 2021-01-01
              policycheck list facts
              policycheck list -o json
            """)
        {
            what, rules, asOf, output, place,
        };
        command.SetAction(parsed =>
        {
            var targets = OutputTarget.ParseAll(parsed.GetValue(output) ?? [], Formats);
            var library = RuleFiles.Load(parsed.GetValue(rules) ?? [], ReadingLimits.Default, surroundings);
            var day = parsed.GetValue(asOf) ?? surroundings.Today;
            var sets = library.RuleSets.Where(set => Binds(set, parsed.GetValue(place), library, day)).ToList();
            foreach (var target in targets)
            {
                target.Write(surroundings, stream =>
                {
                    if (target.Format == "json")
                    {
                        ListReport.Write(library.Vocabulary, sets, day, parsed.GetValue(what) == "facts", stream);
                        return;
                    }

                    var page = new TextPage(surroundings.Colours && target.Path is null, target.Path is null ? surroundings.Width : Surroundings.PlainWidth);
                    if (parsed.GetValue(what) == "facts")
                    {
                        FactList.Write(page, library.Vocabulary);
                    }
                    else
                    {
                        WriteSets(page, sets, library, day);
                    }

                    page.WriteTo(stream);
                });
            }

            finish(ExitCode.Holds);
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

    private static void WriteSets(TextPage page, List<RuleSet> sets, RuleLibrary library, DateOnly day)
    {
        foreach (var set in sets)
        {
            var inForce = set.IsInForce(day);
            var unresolved = set.Unresolved.Any(period => period.Period.Contains(day));
            var (mark, state) = !inForce ? ("-", "not in force") : unresolved ? ("?", "unresolved whether it binds") : ("✓", "in force");
            page.Row(0, 1, TextPage.Styled(mark, inForce ? unresolved ? "yellow" : "green" : "dim"), $"{TextPage.Styled(set.Id, "bold")}  {TextPage.Styled(set.Title)}");
            page.Line(2, TextPage.Styled($"{state}; {FindingText.Listed([.. set.InForce.Select(period => FindingText.Period(period.Period))])}; {Words.Of(set.Standing).Replace('-', ' ')} of {set.Authority}; {FindingText.Listed([.. set.Jurisdictions.Select(library.Vocabulary.NameOf)])}; read: {Words.Of(set.WeakestReading)}; {set.Rules.Length} {(set.Rules.Length == 1 ? "rule" : "rules")}", "dim"));
        }

        page.Gap();
        page.Line(0, TextPage.Styled($"{sets.Count} rule sets, {sets.Count(set => set.IsInForce(day))} in force on {IsoDate.Format(day)}; proposals are considered only with --include proposals. {Report.Notice}", "dim"));
    }
}
