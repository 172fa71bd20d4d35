using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Manifests;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports;

/// <summary>What a report tells of other days than the one asked about.</summary>
public sealed class Outlook
{
    private readonly Dictionary<Manifest, Timeline> _coming;
    private readonly Dictionary<Manifest, Timeline> _periods;

    /// <summary>Collects time lines.</summary>
    /// <param name="coming">Of deployments the year after the day asked about.</param>
    /// <param name="periods">Of deployments that were judged over their own period, that period.</param>
    public Outlook(IEnumerable<Timeline> coming, IEnumerable<Timeline> periods) => (_coming, _periods) = (ByManifest(coming), ByManifest(periods));

    /// <summary>What changes of a deployment within a year; null where nobody asked.</summary>
    /// <param name="manifest">The deployment.</param>
    public ImmutableArray<TimelineChange>? Coming(Manifest manifest) => _coming.TryGetValue(manifest, out var timeline) ? timeline.Changes : null;

    /// <summary>A deployment's own period; null where it was judged on one day.</summary>
    /// <param name="manifest">The deployment.</param>
    public Timeline? Period(Manifest manifest) => _periods.GetValueOrDefault(manifest);

    /// <summary>The first day on which a deployment that runs is no longer compliant, or not applicable; null where it always is.</summary>
    /// <param name="timeline">Its time line.</param>
    public static DateOnly? FirstFailing(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return timeline.Running.FirstOrDefault(stretch => stretch.Verdict > Verdict.Compliant)?.From;
    }

    /// <summary>What came of a deployment's own period, in a sentence without a final period.</summary>
    /// <param name="timeline">Its time line.</param>
    public static string Sentence(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return FirstFailing(timeline) is not { } day ? "on none of its days is it worse than compliant"
            : day == timeline.From ? $"it isn't compliant from the first day, {TextOf(day)}"
            : $"it stops being compliant on {TextOf(day)}";
    }

    private static string TextOf(DateOnly day) => Binding.IsoDate.Format(day);

    private static Dictionary<Manifest, Timeline> ByManifest(IEnumerable<Timeline> timelines) =>
        timelines.ToDictionary(timeline => timeline.Manifest, timeline => timeline, (IEqualityComparer<Manifest>)ReferenceEqualityComparer.Instance);
}
