using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Reports.Timelines;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes what was found about one manifest, beside the manifest itself.</summary>
/// <param name="report">The report.</param>
internal sealed class ManifestSection(Report report)
{
    private readonly FindingText _words = new(report.Vocabulary, report.AsOf);
    private readonly UseSection _uses = new(report);

    public static string IdOf(int index) => $"m{index + 1}";

    public Markup Write(Assessment assessment, int index)
    {
        var id = IdOf(index);
        var manifest = assessment.Manifest;
        var groups = UseGroup.Of(assessment, id, _words);
        return $"""
            <section class="deployment" id="{id}" aria-labelledby="{id}-title {id}-name">
            <h2 id="{id}-title">{manifest.Title} {Sign.Of(assessment.Verdict).Badge}</h2>
            <p class="name" id="{id}-name"><code>{manifest.Id}</code> in {manifest.Path}{(manifest.Digest.Length == 0 ? Markup.None : (Markup)$" <span class=\"digest\">{manifest.Digest}</span>")}</p>
            {(BasisText.ClaimsAlone(assessment, report.Options) is { } claims ? (Markup)$"<p>{Prose.Ended(claims)}</p>\n" : Markup.None)}<div class="columns">
            <div class="found">
            {Elsewhen(assessment)}{groups.Select(_uses.Write)}</div>
            {ManifestListing.Write(manifest, id, groups)}</div>
            </section>

            """;
    }

    private Markup Elsewhen(Assessment assessment)
    {
        Markup period = report.Outlook?.Period(assessment.Manifest) is { } own
            ? $"<p>Judged over its own period: {Outlook.Sentence(own)}. What follows is about {IsoDate.Format(assessment.AsOf)}, the first day of the worst verdict.</p>\n<ul>\n{own.Verdicts().Where(stretch => stretch.IsRunning).Select(stretch => (Markup)$"<li>{ChangeText.Days(stretch.From, stretch.Until)}: {ChangeText.Verdict(stretch)}</li>\n")}</ul>\n"
            : Markup.None;
        Markup coming = report.Outlook?.Coming(assessment.Manifest) is { IsEmpty: false } changes
            ? $"<details><summary>What is coming within a year: {Amount.Of(changes.Length, "change")}</summary>\n{TimelineHtml.Table(changes)}</details>\n"
            : Markup.None;
        return $"{period}{coming}";
    }
}
