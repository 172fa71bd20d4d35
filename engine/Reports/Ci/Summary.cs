using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Ci;

/// <summary>A report in one line that counts every outcome.</summary>
internal static class Summary
{
    /// <summary>The verdict, and how many findings there are of each outcome, advice apart.</summary>
    public static string Of(Report report)
    {
        var findings = report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings).ToList();
        return $"{Words.Of(report.Verdict)}: {Counted(report.Assessments.Length, "manifest")}{Refused(report)}, {Counts(findings.Where(finding => !finding.IsAdvisory))}; advisory: {Counts(findings.Where(finding => finding.IsAdvisory))}; as of {IsoDate.Format(report.AsOf)}";
    }

    /// <summary>Findings counted by outcome, the gravest first.</summary>
    public static string Counts(IEnumerable<Finding> findings)
    {
        var counts = findings.GroupBy(finding => finding.Outcome).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {Words.Of(group.Key)}").ToList();
        return counts.Count == 0 ? "nothing" : string.Join(", ", counts);
    }

    /// <summary>A number and a noun.</summary>
    public static string Counted(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static string Refused(Report report)
    {
        var refused = report.RefusedPaths.Count();
        return refused == 0 ? "" : $" and {Counted(refused, "file")} refused";
    }
}
