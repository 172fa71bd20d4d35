using System.Collections.Immutable;
using PolicyCheck.Explanation;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reference;

/// <summary>The page that lists the rule sets: all, by jurisdiction, by standing, and by the days on which they are in force.</summary>
internal sealed class IndexPage(RuleLibrary library, ImmutableArray<RuleSet> sets)
{
    private readonly MarkdownPage _page = new();

    /// <summary>The page as Markdown.</summary>
    public string Write()
    {
        _page.Heading(1, "Reference of the rule sets");
        _page.Paragraph($"What each rule says is made from its conditions, so it is what the program judges by. The facts that rules read are explained under [Facts](facts.md). {Report.Notice}");
        _page.Heading(2, "All rule sets");
        _page.Table(
            ["Rule set", "Instrument", "Of", "Rules", "Read"],
            sets.Select(set => new[]
            {
                Link(set, set.Id), MarkdownText.Escape(set.Title), MarkdownText.Escape(set.Authority), Count(set.Rules.Length), Words.Of(set.WeakestReading),
            }));
        _page.Heading(2, "By jurisdiction");
        Groups(sets
            .SelectMany(set => set.Jurisdictions.Select(place => (Set: set, Place: place)))
            .GroupBy(pair => pair.Place.Code, pair => pair.Set, StringComparer.Ordinal)
            .OrderByDescending(group => group.Key == "world").ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => ($"{MarkdownText.Escape(library.Vocabulary.NameOf(new(group.Key)))} ({MarkdownText.Code(group.Key)})", group.AsEnumerable())));
        _page.Heading(2, "By standing");
        Groups(sets
            .GroupBy(set => set.Standing)
            .OrderBy(group => group.Key)
            .Select(group => (Words.Of(group.Key).Replace('-', ' ') + (group.First().IsAdvisory ? " (advisory)" : ""), group.AsEnumerable())));
        WritePeriods();
        return _page.ToString();
    }

    private void Groups(IEnumerable<(string Title, IEnumerable<RuleSet> Sets)> groups)
    {
        foreach (var (title, members) in groups)
        {
            _page.Item(0, title);
            foreach (var set in members)
            {
                _page.Item(1, Link(set, set.Title));
            }
        }
    }

    private void WritePeriods()
    {
        _page.Heading(2, "In force");
        _page.Paragraph("The first day counts; *until* names the first day that no longer does.");
        var periods = sets.SelectMany(set => set.InForce.Select(period => (Set: set, period.Period, State: "in force"))
            .Concat(set.Unresolved.Select(period => (Set: set, period.Period, State: "unsettled whether it binds"))));
        _page.Table(
            ["Days", "Rule set", "State"],
            periods.OrderBy(entry => entry.Period.From).ThenBy(entry => entry.Set.Id, StringComparer.Ordinal)
                .Select(entry => new[] { FindingText.Period(entry.Period), Link(entry.Set, entry.Set.Title), entry.State }));
    }

    private static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Link(RuleSet set, string text) => MarkdownText.Link(MarkdownText.Escape(text), $"rule-sets/{set.Id}.md");
}
