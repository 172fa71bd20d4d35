using PolicyCheck.Assessments;
using PolicyCheck.Explanation;

namespace PolicyCheck.Reports.Html;

/// <summary>Counts the rules that don't speak to a use, and lists them folded away, by reason.</summary>
/// <param name="report">The report.</param>
internal sealed class SilentRules(Report report)
{
    private readonly FindingText _words = new(report.Vocabulary, report.AsOf);

    public Markup Write(IReadOnlyList<Finding> silent) => silent.Count == 0 ? Markup.None
        : $"<h4>What doesn’t apply</h4>\n<details><summary>{Amount.Of(silent.Count, "rule")}: {FindingText.Listed([.. silent.CountBy(finding => finding.Reason).OrderBy(reason => reason.Key).Select(reason => $"{reason.Value} {Reason(reason.Key)}")])}</summary>\n{silent.GroupBy(finding => finding.Reason).OrderBy(reason => reason.Key).Select(ByReason)}</details>\n";

    private Markup ByReason(IGrouping<FindingReason, Finding> reason)
    {
        var sets = reason.GroupBy(finding => finding.RuleSet).OrderBy(set => set.Key.Id, StringComparer.Ordinal);
        return reason.Key is FindingReason.Elsewhere or FindingReason.NotInForce
            ? (Markup)$"<p class=\"tight\"><strong>{Prose.Whole(Reason(reason.Key)).TrimEnd('.')}:</strong> {Prose.Row(sets.Select(set => (Markup)$"<code>{set.Key.Id}</code> {set.Count()}"))}</p>\n"
            : (Markup)$"<p><strong>{Prose.Whole(Reason(reason.Key)).TrimEnd('.')}:</strong></p>\n<ul class=\"tight\">\n{sets.Select(Reasons)}</ul>\n";
    }

    private Markup Reasons(IGrouping<RuleSets.RuleSet, Finding> set) =>
        $"{set.GroupBy(_words.Message, StringComparer.Ordinal).Select(alike => (Markup)$"<li><code>{set.Key.Id}</code>: {FindingText.Listed([.. alike.Select(finding => finding.Rule.Id)])} <span class=\"aside\">{alike.Key}</span></li>\n")}";

    private static string Reason(FindingReason reason) => reason switch
    {
        FindingReason.NotInForce => "not in force",
        FindingReason.Elsewhere => "binding elsewhere",
        FindingReason.SetAside => "set aside by another text",
        _ => "silent on these facts",
    };
}
