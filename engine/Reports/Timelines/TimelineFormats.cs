using System.Collections.Immutable;

namespace PolicyCheck.Reports.Timelines;

/// <summary>The formats of time lines, in the order in which help lists them.</summary>
public static class TimelineFormats
{
    /// <summary>Each format's name and what writes it.</summary>
    public static ImmutableArray<(string Name, Action<TimelineReport, Stream> Write)> All { get; } =
    [
        ("json", TimelineJson.Write),
        ("markdown", TimelineMarkdown.Write),
        ("html", TimelineHtml.Write),
        ("svg", TimelineSvg.Write),
        ("ics", TimelineCalendar.Write),
    ];
}
