using System.Collections.Immutable;
using PolicyCheck.Text;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Timelines;

/// <summary>Time lines of deployments over the same days, ready to be written in a format.</summary>
/// <param name="AsOf">The day asked about.</param>
/// <param name="From">The first day drawn.</param>
/// <param name="Until">The day after the last.</param>
/// <param name="Rows">The time lines, those of one manifest next to each other.</param>
/// <param name="Diagnostics">The problems with manifests and waivers.</param>
public sealed record TimelineReport(DateOnly AsOf, DateOnly From, DateOnly Until, ImmutableArray<TimelineRow> Rows, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The first day that belongs into a diary: the day asked about, unless earlier days were asked for.</summary>
    public DateOnly DiaryFrom { get; init; } = AsOf;

    /// <summary>Whether a manifest was refused.</summary>
    public bool HasInvalidInput => Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error);

    /// <summary>The changes of a running deployment's verdict after the day asked about, until some days later.</summary>
    /// <param name="last">The last day.</param>
    public IEnumerable<(Timeline Timeline, TimelineChange Change)> Flips(DateOnly last) =>
        Rows.SelectMany(row => row.Timeline.Changes.Where(change => change.IsFlip && change.Day > AsOf && change.Day <= last).Select(change => (row.Timeline, change)));
}
