using System.Collections.Immutable;
using PolicyCheck.Manifests;

namespace PolicyCheck.Timelines;

/// <summary>What can be said of one deployment on every day of a stretch of days.</summary>
/// <param name="Manifest">The deployment.</param>
/// <param name="From">The first day, inclusive.</param>
/// <param name="Until">The day after the last.</param>
/// <param name="Stretches">The days, cut where a verdict or a finding changes or the deployment begins or ends; in order, without gaps, at least one.</param>
/// <param name="Changes">What happens between each two stretches.</param>
public sealed record Timeline(Manifest Manifest, DateOnly From, DateOnly Until, ImmutableArray<Stretch> Stretches, ImmutableArray<TimelineChange> Changes)
{
    /// <summary>The stretch that a day lies in.</summary>
    /// <param name="day">A day of the time line.</param>
    public Stretch On(DateOnly day) => Stretches.Last(stretch => stretch.From <= day);

    /// <summary>The stretches in which the deployment runs.</summary>
    public IEnumerable<Stretch> Running => Stretches.Where(stretch => stretch.IsRunning);

    /// <summary>The days joined where neither the verdict changes nor whether the deployment runs.</summary>
    public ImmutableArray<Stretch> Verdicts()
    {
        var joined = ImmutableArray.CreateBuilder<Stretch>();
        foreach (var stretch in Stretches)
        {
            if (joined.Count > 0 && joined[^1].Verdict == stretch.Verdict && joined[^1].IsRunning == stretch.IsRunning)
            {
                joined[^1] = joined[^1] with { Until = stretch.Until };
            }
            else
            {
                joined.Add(stretch);
            }
        }

        return joined.ToImmutable();
    }
}
