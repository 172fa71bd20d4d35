using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Explanation;

/// <summary>Says how findings compare with a baseline, and how old an entry has become, so that it ages in plain sight.</summary>
public static class BaselineText
{
    /// <summary>The day since which the baseline has an entry, with how many days ago that was.</summary>
    /// <param name="since">The day asked about when it came in.</param>
    /// <param name="asOf">The day asked about now.</param>
    public static string Since(DateOnly since, DateOnly asOf) => asOf <= since
        ? IsoDate.Format(since)
        : $"{IsoDate.Format(since)} ({Amount.Of(asOf.DayNumber - since.DayNumber, "day")})";

    /// <summary>How many findings there are of each state, those that the baseline doesn't concern left out.</summary>
    /// <param name="findings">The findings.</param>
    public static string States(IEnumerable<Finding> findings)
    {
        var states = findings.Select(finding => finding.Baseline).ToList();
        return string.Join(", ", Enum.GetValues<BaselineState>().Select(state => $"{states.Count(other => other == state)} {Words.Of(state)}"));
    }
}
