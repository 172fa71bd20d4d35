using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.Values;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes what was found about one use, or several of which the same was found: what fails, what is open, and then the rest.</summary>
/// <param name="report">The report.</param>
internal sealed class UseSection(Report report)
{
    private readonly FindingCard _cards = new(report);
    private readonly RuleList _list = new(report);
    private readonly OpenRules _open = new(report);
    private readonly SilentRules _silent = new(report);

    public Markup Write(UseGroup group)
    {
        var binding = group.Findings.Where(finding => !finding.IsAdvisory).ToList();
        return $"""
            <div class="use" id="{group.Id}">
            <h3>{(group.Uses.Length == 1 ? "Use" : "Uses")}: {FindingText.Listed([.. group.Uses.Select(use => use.Use.Title)])} {Sign.Of(group.Verdict).Badge}</h3>
            <p class="name">{Prose.Row(group.Uses.Select(use => (Markup)$"<code>{use.Use.Id}</code>"))}</p>
            {Cards("What fails", group, binding, RuleOutcome.Fail)}{Cards("What couldn’t be evaluated", group, binding, RuleOutcome.Error)}{_open.Write(group, Of(binding, RuleOutcome.Indeterminate))}{Cards("What is waived", group, binding, RuleOutcome.Waived)}{Passes(group, Of(binding, RuleOutcome.Pass))}{Advisory(group)}{_silent.Write(Of(group.Findings, RuleOutcome.NotApplicable))}</div>

            """;
    }

    private Markup Cards(string heading, UseGroup group, IEnumerable<Finding> findings, RuleOutcome outcome)
    {
        var shown = Of(findings, outcome);
        return shown.IsEmpty ? Markup.None : $"<h4>{heading}</h4>\n{shown.Select(finding => _cards.Write(group, finding))}";
    }

    // A pass by an exception, or one that may not hold, is to be looked at; any other is as it should be.
    private Markup Passes(UseGroup group, ImmutableArray<Finding> passed)
    {
        var doubtful = passed.Where(finding => finding.Doubt is not null || finding.Exceptions.Any(relief => relief.Truth == Truth.True)).ToList();
        var plain = passed.Except(doubtful).ToList();
        return passed.IsEmpty ? Markup.None
            : $"<h4>What passes</h4>\n{doubtful.Select(finding => _cards.Write(group, finding))}{(plain.Count == 0 ? Markup.None : _list.Write(group, plain))}";
    }

    private Markup Advisory(UseGroup group)
    {
        var advisory = group.Findings.Where(finding => finding is { IsAdvisory: true, Outcome: not RuleOutcome.NotApplicable }).ToList();
        if (advisory.Count == 0)
        {
            return Markup.None;
        }

        var grave = advisory.Where(finding => finding.Outcome > RuleOutcome.Indeterminate).ToList();
        var somewhere = advisory.Where(UseGroup.HangsOnPlace).ToList();
        var rest = advisory.Except(grave).Except(somewhere).GroupBy(finding => finding.Outcome);
        return $"<h4>Advisory</h4>\n<p>Guidance, standards and proposals bind nobody; {(report.Options.AdvisoryCounts ? "in this run they count towards the verdict all the same" : "they don’t decide the verdict")}.</p>\n{grave.Select(finding => _cards.Write(group, finding))}{rest.Select(outcome => (Markup)$"<details><summary>{Amount.Of(outcome.Count(), outcome.Key == RuleOutcome.Pass ? "kept rule" : "open rule")}</summary>\n{_list.Write(group, outcome)}</details>\n")}{_open.Somewhere(somewhere)}";
    }

    private static ImmutableArray<Finding> Of(IEnumerable<Finding> findings, RuleOutcome outcome) => [.. findings.Where(finding => finding.Outcome == outcome)];
}
