using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes a finding in full: what was found, what it turned on, and the text that binds.</summary>
/// <param name="report">The report.</param>
internal sealed class FindingCard(Report report)
{
    private readonly FindingText _words = new(report.Vocabulary, report.AsOf);
    private readonly TraceTree _traces = new(report.AsOf);
    private readonly FindingMargins _margins = new(report.Vocabulary, report.AsOf);

    public Markup Write(UseGroup group, Finding finding)
    {
        var id = group.IdOf(finding);
        var sign = Sign.Of(finding.Outcome);
        return $"""
            <article class="finding {sign.Tone}" id="{id}" aria-labelledby="{id}-title">
            <p class="tags">{sign.Badge} <span class="tag">{Words.Of(finding.Rule.Severity)}</span>{Tags(finding)}</p>
            <h5 id="{id}-title">{finding.Rule.Title}</h5>
            <p class="name"><code>{finding.Rule.QualifiedId}</code></p>
            <dl>
            {Text(finding)}{Why(group, finding)}{Row("Margin", _margins.Of(finding).Select(MarginText.Phrase))}{Exceptions(finding)}{Row("Conflict", finding.Clashes.Select(FindingText.Clash))}{Row("Doubt", Doubt(finding))}{Row("Baseline", finding.BaselineSince is { } since ? [$"has it since {BaselineText.Since(since, report.AsOf)}{(finding.Baseline == BaselineState.Updated ? "; it turns on other facts now" : "")}, so it doesn’t fail the check"] : [])}{Waiver(finding.Waiver)}{Row("Cure", finding.Outcome == RuleOutcome.Fail ? [finding.Rule.Remedy] : [])}{Row("Note", finding.Rule.Note is { } note ? [note] : [])}</dl>
            {_traces.Write(finding)}</article>

            """;
    }

    private static Markup Tags(Finding finding) =>
        $"{(finding.IsAdvisory ? (Markup)$" <span class=\"tag\">advisory</span>" : Markup.None)}{(finding.Doubt is null ? Markup.None : (Markup)$" <span class=\"tag\">in doubt</span>")}{(finding.Baseline is { } state ? (Markup)$" <span class=\"tag\">{BaselineSentence.Of(state)}</span>" : Markup.None)}";

    // A broken prohibition is explained by its facts alone; for everything else the reason comes first.
    private Markup Why(UseGroup group, Finding finding)
    {
        var isBroken = finding.Outcome is RuleOutcome.Fail or RuleOutcome.Waived;
        Markup reason = isBroken && finding.Rule.Kind == RuleKind.Prohibition && !finding.Facts.IsEmpty ? Markup.None
            : $"<p>{Prose.Ended(isBroken ? _words.Why(finding) : _words.Message(finding))}</p>";
        return $"<dt>Because</dt><dd>{reason}{(finding.Facts.IsEmpty ? Markup.None : LineLinks.Facts(group, finding))}</dd>\n";
    }

    private Markup Exceptions(Finding finding) => finding.Exceptions.IsEmpty ? Markup.None
        : $"<dt>Exceptions</dt><dd><ul>{finding.Exceptions.Select(relief => (Markup)$"<li>{(relief.Relief.IsPermission ? "permission " : "")}<code>{relief.Relief.Name}</code> ({relief.Relief.Title}): {_words.Exception(relief)}</li>")}</ul></dd>\n";

    private ImmutableArray<string> Doubt(Finding finding) => finding.Doubt is { } doubt
        ? [$"{doubt}; {(report.Options.Strict && finding.Outcome == RuleOutcome.Fail ? "it counts as a failure, because the run is strict" : "so this counts as indeterminate")}"]
        : [];

    private static Markup Waiver(Waiver? waiver) => waiver is null ? Markup.None
        : $"<dt>Waiver</dt><dd><p>{waiver.Reason}</p><p>Granted by {waiver.Grantor}, {waiver.Authority}, from {IsoDate.Format(waiver.From)}; its last day is {IsoDate.Format(waiver.To)}. <span class=\"aside\"><code>{waiver.Id}</code> in {waiver.Location.Path}, line {waiver.Location.Start.Line}</span></p></dd>\n";

    private static Markup Text(Finding finding)
    {
        var (set, rule) = (finding.RuleSet, finding.Rule);
        var source = set.FindSource(rule.Citation.SourceId);
        var locator = rule.Citation.Locator.Length == 0 ? "" : $", {rule.Citation.Locator}";
        return $"""
            <dt>Text</dt><dd><p><cite>{(source is null ? (Markup)$"{rule.Citation.SourceId}" : SourceLink.To(source))}{locator}</cite></p><p>{Prose.Whole(Words.Of(set.Standing).Replace('-', ' ')).TrimEnd('.')} of {set.Authority}, in force {FindingText.Listed([.. set.InForce.Select(period => FindingText.Period(period.Period))])}{OwnPeriod(rule)}.</p><p class="aside">{Prose.Whole($"{TextEntry.Read(source)}confidence in the rule: {Words.Of(rule.Confidence)}")} <a href="#{TextEntry.IdOf(set)}">More on this text</a></p></dd>

            """;
    }

    private static string OwnPeriod(Rule rule) =>
        rule.InForce.IsEmpty ? "" : $", this rule {FindingText.Listed([.. rule.InForce.Select(period => FindingText.Period(period.Period))])}";

    private static Markup Row(string label, IEnumerable<string> sentences) =>
        $"{sentences.Select(sentence => (Markup)$"<dt>{label}</dt><dd><p>{Prose.Ended(sentence)}</p></dd>\n")}";
}
