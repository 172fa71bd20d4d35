using PolicyCheck.Assessments;
using PolicyCheck.Explanation;

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
            {groups.Select(_uses.Write)}</div>
            {ManifestListing.Write(manifest, id, groups)}</div>
            </section>

            """;
    }
}
