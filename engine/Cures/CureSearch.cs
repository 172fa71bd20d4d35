using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Cures;

/// <summary>What a search for cures of one deployment found.</summary>
/// <param name="Assessment">The assessment of the deployment as it is.</param>
/// <param name="Cures">The cures, the smallest first, and among those of one size settings before documents before uses that are given up.</param>
/// <param name="Obstacles">The rules that no change keeps, where there is no cure.</param>
/// <param name="IsCapped">Whether there may be more cures than those found.</param>
/// <param name="IsTooLarge">Whether the search was given up because there is too much to weigh.</param>
public sealed record CureSearch(Assessment Assessment, ImmutableArray<Cure> Cures, ImmutableArray<Obstacle> Obstacles, bool IsCapped, bool IsTooLarge)
{
    /// <summary>
    /// Where what isn't known, or can't be computed, is all that stands in the way: the changes after which nothing else is broken or open.
    /// They don't make the deployment compliant by themselves.
    /// </summary>
    public ImmutableArray<Cure> Partial { get; init; } = [];

    /// <summary>Whether there was anything to cure: the deployment isn't compliant, and rules speak of it.</summary>
    public bool WasNeeded => Assessment.Verdict is Verdict.NonCompliant or Verdict.Indeterminate;
}
