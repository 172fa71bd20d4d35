using PolicyCheck.Assessments;
using PolicyCheck.Explanation;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes findings in a line or two each, by text.</summary>
/// <param name="report">The report.</param>
internal sealed class RuleList(Report report)
{
    private readonly FindingText _words = new(report.Vocabulary, report.AsOf);

    public Markup Write(UseGroup group, IEnumerable<Finding> findings) =>
        $"<ul class=\"texts\">\n{findings.GroupBy(finding => finding.RuleSet).OrderBy(set => set.Key.Id, StringComparer.Ordinal).Select(set => (Markup)$"<li><a href=\"#{TextEntry.IdOf(set.Key)}\">{set.Key.Title}</a>\n<ul class=\"rules\">\n{set.Select(finding => Line(group, finding))}</ul></li>\n")}</ul>\n";

    private Markup Line(UseGroup group, Finding finding)
    {
        var sign = Sign.Of(finding.Outcome);
        var locator = finding.Rule.Citation.Locator;
        return $"<li id=\"{group.IdOf(finding)}\"><span class=\"{sign.Tone}\" aria-hidden=\"true\">{sign.Mark}</span> {finding.Rule.Title}{(locator.Length == 0 ? "" : $" ({locator})")}. <span class=\"aside\">{Prose.Whole(Said(finding))}{LineLinks.OfAll(group, finding)} <code>{finding.Rule.Id}</code></span></li>\n";
    }

    private string Said(Finding finding) => finding.Outcome == RuleOutcome.Indeterminate ? _words.DependsOn(finding) : _words.Message(finding);
}
