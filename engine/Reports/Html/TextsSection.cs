using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes by which texts was judged: those that speak in full, the others folded away, every one with its digest.</summary>
/// <param name="report">The report.</param>
internal sealed class TextsSection(Report report)
{
    public const string Id = "texts";

    private readonly TextEntry _entries = new(report);

    public Markup Write()
    {
        var speaking = report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings)
            .Where(finding => finding.Outcome != RuleOutcome.NotApplicable && !UseGroup.HangsOnPlace(finding))
            .Select(finding => finding.RuleSet.Id)
            .ToHashSet(StringComparer.Ordinal);
        var silent = report.RuleSets.Where(set => !speaking.Contains(set.Id)).ToLookup(set => set.IsInForce(report.AsOf));
        return $"""
            <section id="{Id}" aria-labelledby="{Id}-title">
            <h2 id="{Id}-title">The texts considered</h2>
            <p>{Amount.Of(report.RuleSets.Length, "rule set")}, each the encoding of one text; {speaking.Count} speak to what was judged. The digest is that of the rule set’s file, so that it can be told later by which words was judged.</p>
            {(speaking.Count == 0 ? Markup.None : (Markup)$"<h3>Texts that speak</h3>\n{report.RuleSets.Where(set => speaking.Contains(set.Id)).Select(_entries.Write)}")}{Table("In force and silent", [.. silent[true]])}{Table($"Not in force on {IsoDate.Format(report.AsOf)}", [.. silent[false]])}</section>

            """;
    }

    private static Markup Table(string title, IReadOnlyList<RuleSet> sets) => sets.Count == 0 ? Markup.None
        : $"""
            <h3>{title}</h3>
            <details><summary>{Amount.Of(sets.Count, "text")}</summary>
            <table class="sets">
            <thead><tr><th scope="col">Text</th><th scope="col">Standing</th><th scope="col">In force</th><th scope="col">Rule set and digest</th></tr></thead>
            <tbody>
            {sets.Select(set => (Markup)$"<tr><th scope=\"row\">{set.Title}</th><td>{Words.Of(set.Standing).Replace('-', ' ')}</td><td>{FindingText.Listed([.. set.InForce.Select(period => FindingText.Period(period.Period))])}</td><td><code>{set.Id}</code> <span class=\"digest\">{set.Digest}</span></td></tr>\n")}</tbody>
            </table>
            </details>

            """;
}
