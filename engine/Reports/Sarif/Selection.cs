using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Reports.Sarif;

/// <summary>Which findings become results: those of rules that bind on the day and in the place, and of these the gravest, as many as are taken.</summary>
/// <param name="Results">The findings, in the order of the report.</param>
/// <param name="LeftOut">How many of each outcome there was no room for.</param>
internal sealed record Selection(ImmutableArray<Occurrence> Results, ImmutableSortedDictionary<RuleOutcome, int> LeftOut)
{
    /// <summary>The most results that GitHub takes in one run; it refuses a file with more.</summary>
    public const int MostResults = 25_000;

    /// <summary>Selects from a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="alertsOnly">Whether passes and what doesn't apply are left out, uncounted: for readers that take every result for an alert.</param>
    /// <param name="most">The most results.</param>
    public static Selection Of(Report report, bool alertsOnly = false, int most = MostResults)
    {
        List<Occurrence> all = [..
            from assessment in report.Assessments
            from use in assessment.Uses
            from finding in use.Findings
            where finding.IsInForceHere
            where !alertsOnly || ResultKind.Of(finding) is "fail" or "open"
            select new Occurrence(assessment, use, finding)];
        if (all.Count <= most)
        {
            return new([.. all], ImmutableSortedDictionary<RuleOutcome, int>.Empty);
        }

        var gravestFirst = Enumerable.Range(0, all.Count).OrderByDescending(i => all[i].Finding.Outcome).ThenBy(i => all[i].Finding.IsAdvisory).ThenBy(i => all[i].Finding.Rule.Severity).ThenBy(i => i).ToList();
        return new(
            [.. gravestFirst.Take(most).Order().Select(i => all[i])],
            gravestFirst.Skip(most).GroupBy(i => all[i].Finding.Outcome).ToImmutableSortedDictionary(group => group.Key, group => group.Count()));
    }
}
