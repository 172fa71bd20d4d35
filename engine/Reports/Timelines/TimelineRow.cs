using PolicyCheck.RuleSets;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Timelines;

/// <summary>One time line of a report.</summary>
/// <param name="Timeline">The time line.</param>
/// <param name="By">The rule set by which alone it was judged, or null where all that were chosen judge.</param>
public sealed record TimelineRow(Timeline Timeline, RuleSet? By)
{
    /// <summary>What the row is called: the rule set where there is one, else the deployment.</summary>
    public string Title => By?.Title ?? Timeline.Manifest.Title;
}
