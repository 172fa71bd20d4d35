using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Ci;

/// <summary>A report in one line that counts every outcome.</summary>
internal static class Summary
{
    /// <summary>The verdict, and how many findings there are of each outcome, advice apart.</summary>
    public static string Of(Report report)
    {
        var findings = report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings).ToList();
        return $"{Words.Of(report.Verdict)}: {Amount.Of(report.Assessments.Length, "manifest")}{Refused(report)}, {FindingText.Counts(findings.Where(finding => !finding.IsAdvisory))}; advisory: {FindingText.Counts(findings.Where(finding => finding.IsAdvisory))}; as of {IsoDate.Format(report.AsOf)}";
    }

    private static string Refused(Report report)
    {
        var refused = report.RefusedPaths.Count();
        return refused == 0 ? "" : $" and {Amount.Of(refused, "file")} refused";
    }
}
