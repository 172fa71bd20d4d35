using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;

namespace PolicyCheck.Reports.Html;

/// <summary>Writes what comes first: the verdict, the day it is about, and how many rules came out how.</summary>
internal static class VerdictSection
{
    public static Markup Write(Report report)
    {
        var sign = Sign.Of(report.Verdict);
        var uses = report.Assessments.Sum(assessment => assessment.Uses.Length);
        return $"""
            <section class="verdict {sign.Tone}" aria-labelledby="verdict">
            <div>
            <p class="day">Verdict as of <time datetime="{IsoDate.Format(report.AsOf)}">{IsoDate.Format(report.AsOf)}</time></p>
            <h1 id="verdict"><span aria-hidden="true">{sign.Mark}</span> {Prose.Whole(sign.Word).TrimEnd('.')}</h1>
            <p class="lead">{Meaning(report)}</p>
            <p>{Amount.Of(report.Assessments.Length, "manifest")} with {Amount.Of(uses, "use")} {(report.Assessments.Length == 1 ? "was" : "were")} judged by {Amount.Of(report.RuleSets.Length, "rule set")}, {report.RuleSets.Count(set => set.IsInForce(report.AsOf))} of them in force on that day{BasisText.Counted(report.Options.MinBasis)}.</p>
            {BaselineSentence.Write(report)}{Broken(report)}</div>
            {Counts(report)}</section>

            """;
    }

    private static string Meaning(Report report) => report.Verdict switch
    {
        Verdict.NonCompliant => "A rule is broken.",
        Verdict.Indeterminate when report.HasInvalidInput && report.Assessments.All(assessment => assessment.Verdict < Verdict.Indeterminate) => "A manifest was refused, so nothing can be said of it.",
        Verdict.Indeterminate => "No rule is broken for certain, and one at least is open.",
        Verdict.Compliant => "Rules speak to this, and none of them is broken or open.",
        _ => "No rule that counts speaks to this.",
    };

    // The first of them, each leading to what is said of it below.
    private static Markup Broken(Report report)
    {
        const int most = 8;
        var words = new FindingText(report.Vocabulary, report.AsOf);
        var broken = report.Assessments.SelectMany((assessment, index) => Broken(assessment, UseGroup.Of(assessment, ManifestSection.IdOf(index), words), report.Assessments.Length > 1)).ToList();
        var more = broken.Count - most;
        return broken.Count == 0 ? Markup.None
            : $"<p class=\"broken\">What fails:</p>\n<ul>\n{broken.Take(most)}{(more > 0 ? (Markup)$"<li>and {more} more below</li>\n" : Markup.None)}</ul>\n";
    }

    private static IEnumerable<Markup> Broken(Assessment assessment, ImmutableArray<UseGroup> groups, bool namesManifest) =>
        from uses in groups
        from finding in uses.Findings
        where finding is { Outcome: RuleOutcome.Fail, IsAdvisory: false }
        let titles = groups.Length > 1 ? FindingText.Listed([.. uses.Uses.Select(use => use.Use.Title)]) : ""
        let remark = string.Join(", ", new[] { namesManifest ? assessment.Manifest.Title : "", titles, finding.Doubt is null ? "" : "in doubt" }.Where(part => part.Length > 0))
        select (Markup)$"<li><a href=\"#{uses.IdOf(finding)}\">{finding.Rule.Title}</a>{(remark.Length == 0 ? Markup.None : (Markup)$" <span class=\"aside\">({remark})</span>")}</li>\n";

    private static Markup Counts(Report report)
    {
        var findings = report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings).CountBy(finding => (finding.Outcome, finding.IsAdvisory)).ToDictionary();
        return $"""
            <table class="counts">
            <caption>Rules, counted for each use</caption>
            <thead><tr><th scope="col">Outcome</th><th scope="col" class="number">Binding</th><th scope="col" class="number">Advisory</th></tr></thead>
            <tbody>
            {Enum.GetValues<RuleOutcome>().OrderDescending().Select(outcome => (Markup)$"<tr><th scope=\"row\">{Sign.Of(outcome).Badge}</th><td class=\"number\">{findings.GetValueOrDefault((outcome, false))}</td><td class=\"number\">{findings.GetValueOrDefault((outcome, true))}</td></tr>\n")}</tbody>
            </table>

            """;
    }
}
