using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Baselines;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Explanation;
using PolicyCheck.Reports;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes a report for a person at a terminal.</summary>
internal static class TextReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="explain">How much to explain; null for the summary alone.</param>
    /// <param name="colours">Whether colours are shown.</param>
    /// <param name="width">How many columns there are.</param>
    /// <param name="stream">Where to write.</param>
    public static void Write(Report report, Explain? explain, bool colours, int width, Stream stream)
    {
        var page = new TextPage(colours, width);
        if (explain is { } depth)
        {
            WriteManifests(page, report, depth);
        }

        WriteSummary(page, report);
        page.WriteTo(stream);
    }

    private static void WriteManifests(TextPage page, Report report, Explain explain)
    {
        foreach (var assessment in report.Assessments)
        {
            WriteManifest(page, new(page, report with { AsOf = assessment.AsOf }, explain), assessment, report, explain);
            new CurePage(page, new(assessment.AsOf)).Write(report.CuresOf(assessment));
        }

        foreach (var path in report.Diagnostics.Where(diagnostic => diagnostic.Level == DiagnosticLevel.Error).Select(diagnostic => diagnostic.Location.Path).Distinct(StringComparer.Ordinal))
        {
            page.Line(0, $"{TextPage.Styled("✗ INVALID INPUT", "bold red")}  {TextPage.Styled(path)}");
            page.Line(2, TextPage.Styled("was not judged: mend the errors told on standard error"));
            page.Gap();
        }
    }

    private static void WriteManifest(TextPage page, FindingPage findings, Assessment assessment, Report report, Explain explain)
    {
        var manifest = assessment.Manifest;
        page.Line(0, $"{VerdictWords.Heading(assessment.Verdict)}  {TextPage.Styled(manifest.Title, "bold")}");
        page.Line(2, TextPage.Styled($"{manifest.Path}:{manifest.Location.Start.Line}  as of {IsoDate.Format(assessment.AsOf)}{BasisText.Counted(report.Options.MinBasis)}", "dim"));
        if (BasisText.ClaimsAlone(assessment, report.Options) is { } claims)
        {
            page.Line(2, TextPage.Styled(claims, "yellow"));
        }

        OutlookPage.Own(page, report, assessment);
        foreach (var alike in assessment.Uses.GroupBy(findings.Signature, StringComparer.Ordinal).Select(group => group.ToList()))
        {
            page.Gap();
            page.Line(2, $"{VerdictWords.Mark(alike[0].Verdict)} {TextPage.Styled($"{(alike.Count == 1 ? "use" : "uses")} {FindingText.Listed([.. alike.Select(use => use.Use.Id)])}:", "bold")} {VerdictWords.Name(alike[0].Verdict)}");
            findings.Write(alike);
        }

        OutlookPage.Coming(page, report, assessment, explain);
        page.Gap();
    }

    private static void WriteSummary(TextPage page, Report report)
    {
        var all = report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings).ToImmutableArray();
        var inForce = report.RuleSets.Count(set => set.IsInForce(report.AsOf)) + report.Unread.Count(entry => entry.IsInForce(report.AsOf));
        var uses = report.Assessments.Sum(assessment => assessment.Uses.Length);
        string Counts(bool advisory) => FindingText.Counts(all.Where(finding => finding.IsAdvisory == advisory), uses * report.Unread.Where(entry => entry.IsAdvisory == advisory).Sum(entry => entry.Rules));
        page.Row(0, 1, VerdictWords.Mark(report.Verdict), $"{VerdictWords.Name(report.Verdict)}{TextPage.Styled($": {Amount.Of(report.Assessments.Length, "manifest")}, {Amount.Of(uses, "use")}; {Counts(advisory: false)}; advisory: {Counts(advisory: true)}")}");
        if (report.Baseline is { } baseline)
        {
            page.Row(0, 1, " ", TextPage.Styled(Compared(baseline, all, report.AsOf)));
        }

        page.Line(0, TextPage.Styled($"As of {IsoDate.Format(report.AsOf)}, {inForce} of {Amount.Of(report.RuleSets.Length + report.Unread.Length, "rule set")} in force{BasisText.Counted(report.Options.MinBasis)}. {Report.Notice}", "dim"));
    }

    private static string Compared(BaselineComparison baseline, ImmutableArray<Finding> findings, DateOnly asOf)
    {
        var oldest = baseline.Known.IsEmpty ? "" : $"; the oldest since {BaselineText.Since(baseline.Known.Min(entry => entry.Since), asOf)}";
        return $"Baseline {baseline.Path} of {IsoDate.Format(baseline.AsOf)}: {BaselineText.States(findings)}, {baseline.Gone.Length} gone{(baseline.NotChecked > 0 ? $", {baseline.NotChecked} of manifests that weren't judged" : "")}{oldest}";
    }
}
