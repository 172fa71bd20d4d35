using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cli.Output;

/// <summary>Lists rule sets with what they bind and when, and how much of each text they encode.</summary>
internal static class RuleSetList
{
    /// <summary>Writes the list.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sets">The rule sets, in order.</param>
    /// <param name="library">Where they come from.</param>
    /// <param name="day">The day asked about.</param>
    /// <param name="withCoverage">Whether each comes with what became of every provision of its text.</param>
    public static void Write(TextPage page, IReadOnlyList<RuleSet> sets, RuleLibrary library, DateOnly day, bool withCoverage)
    {
        foreach (var set in sets)
        {
            var inForce = set.IsInForce(day);
            var unresolved = set.Unresolved.Any(period => period.Period.Contains(day));
            var (mark, state) = !inForce ? ("-", "not in force") : unresolved ? ("?", "unresolved whether it binds") : ("✓", "in force");
            page.Row(0, 1, TextPage.Styled(mark, inForce ? unresolved ? "yellow" : "green" : "dim"), $"{TextPage.Styled(set.Id, "bold")}  {TextPage.Styled(set.Title)}");
            page.Line(2, TextPage.Styled($"{state}; {FindingText.Listed([.. set.InForce.Select(period => FindingText.Period(period.Period))])}; {Words.Of(set.Standing).Replace('-', ' ')} of {set.Authority}; {FindingText.Listed([.. set.Jurisdictions.Select(library.Vocabulary.NameOf)])}; read: {Words.Of(set.WeakestReading)}; {Amount.Of(set.Rules.Length, "rule")}", "dim"));
            if (withCoverage)
            {
                Write(page, TextCoverage.Of(set));
            }
        }

        page.Gap();
        if (withCoverage)
        {
            page.Line(0, TextPage.Styled(Sums([.. sets.Select(TextCoverage.Of)]), "bold"));
        }

        page.Line(0, TextPage.Styled($"{Amount.Of(sets.Count, "rule set")}, {sets.Count(set => set.IsInForce(day))} in force on {IsoDate.Format(day)}; proposals are considered only with --include proposals. {Report.Notice}", "dim"));
    }

    private static void Write(TextPage page, TextCoverage coverage)
    {
        page.Line(2, TextPage.Styled(Sums([coverage])));
        foreach (var provision in coverage.Provisions)
        {
            var (mark, style, what) = provision.Status switch
            {
                ProvisionStatus.Rule => ("✓", "green", $"rule {provision.Rule}"),
                ProvisionStatus.JudgedRule => ("✓", "green", $"rule {provision.Rule}, on a judgement of {FindingText.Listed(provision.Judged)}"),
                ProvisionStatus.Person => ("?", "yellow", $"a person has to judge it: {provision.Why}"),
                _ => ("-", "dim", $"not encoded: {provision.Why}"),
            };
            page.Row(4, 1, TextPage.Styled(mark, style), $"{TextPage.Styled(provision.Citation.ToString(), "bold")}  {TextPage.Styled(provision.Says)} {TextPage.Styled($"({what.TrimEnd('.')})", "dim")}");
        }
    }

    private static string Sums(IReadOnlyList<TextCoverage> coverages)
    {
        var rules = Of(ProvisionStatus.Rule) + Of(ProvisionStatus.JudgedRule);
        var unlisted = coverages.Count(coverage => !coverage.IsListed);
        return $"{Amount.Of(coverages.Sum(coverage => coverage.Provisions.Length), "provision")}: {rules} with a rule ({Of(ProvisionStatus.JudgedRule)} of them on a judgement), {Of(ProvisionStatus.Person)} for a person, {Of(ProvisionStatus.NotEncoded)} not encoded"
            + (unlisted == 0 ? "" : coverages.Count == 1 ? "; nobody has listed what it leaves out" : $"; of {Amount.Of(unlisted, "rule set")} nobody has listed what they leave out");

        int Of(ProvisionStatus status) => coverages.Sum(coverage => coverage.Count(status));
    }
}
