using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Manifests;

namespace PolicyCheck.Timelines;

/// <summary>What is other on a day than on the day before.</summary>
/// <param name="Day">The first day on which it is so.</param>
/// <param name="Before">What is found until then.</param>
/// <param name="After">What is found from then on.</param>
/// <param name="Findings">The findings that changed, in the order of the uses and rules; none where only the deployment begins or ends.</param>
/// <param name="Causes">Why, each said once.</param>
public sealed record TimelineChange(DateOnly Day, Stretch Before, Stretch After, ImmutableArray<FindingChange> Findings, ImmutableArray<Cause> Causes)
{
    /// <summary>Whether the verdict changes.</summary>
    public bool ChangesVerdict => Before.Verdict != After.Verdict;

    /// <summary>Whether the verdict changes while the deployment runs.</summary>
    public bool IsFlip => ChangesVerdict && Before.IsRunning && After.IsRunning;
}

/// <summary>A finding before and after a change.</summary>
/// <param name="Use">The use.</param>
/// <param name="Before">The finding until then.</param>
/// <param name="After">The finding from then on.</param>
/// <param name="Causes">Why it changed.</param>
public sealed record FindingChange(Use Use, Finding Before, Finding After, ImmutableArray<Cause> Causes);
