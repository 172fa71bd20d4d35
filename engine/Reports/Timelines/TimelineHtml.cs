using System.Text;
using PolicyCheck.Binding;
using PolicyCheck.Reports.Html;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Timelines;

/// <summary>Writes time lines as one page of HTML: a picture and a table for each deployment.</summary>
public static class TimelineHtml
{
    /// <summary>Writes time lines.</summary>
    /// <param name="report">The time lines.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(TimelineReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var title = $"Time lines, {TextStrip.Range(report.From, report.Until)}";
        var groups = report.Rows.GroupBy(row => row.Timeline.Manifest, ReferenceEqualityComparer.Instance).Select(group => group.ToList());
        Markup page = $"<h1>{title}</h1>\n{groups.Select((rows, index) => Section(report, rows, $"m{index + 1}"))}";
        output.Write(Encoding.UTF8.GetBytes(PageFrame.Write($"{title} · PolicyCheck", "Skip to the time lines", report.AsOf, page).ToString()));
    }

    private static Markup Section(TimelineReport report, List<TimelineRow> rows, string id)
    {
        var manifest = rows[0].Timeline.Manifest;
        return $"""
            <section id="{id}" aria-labelledby="{id}-name">
            <h2 id="{id}-name">{manifest.Title}</h2>
            <p class="name"><code>{manifest.Id}</code> in {manifest.Path}</p>
            {TimelineSvg.Draw(report with { Rows = [.. rows] }, id)}{rows.Select(Changes)}</section>

            """;
    }

    private static Markup Changes(TimelineRow row)
    {
        Markup heading = row.By is { } set ? $"<h3>By {set.Title} alone</h3>\n" : Markup.None;
        Markup changes = row.Timeline.Changes.IsEmpty ? $"<p>Nothing changes on these days: {ChangeText.Verdict(row.Timeline.Stretches[0])} on all of them.</p>\n" : Table(row.Timeline.Changes);
        return $"{heading}{changes}";
    }

    /// <summary>A table of changes.</summary>
    internal static Markup Table(IEnumerable<TimelineChange> changes) => $"""
        <table class="changes">
        <thead><tr><th scope="col">Day</th><th scope="col">Verdict</th><th scope="col">Why</th><th scope="col">What changes</th></tr></thead>
        <tbody>
        {changes.Select(change => (Markup)$"<tr><th scope=\"row\"><time datetime=\"{IsoDate.Format(change.Day)}\">{IsoDate.Format(change.Day)}</time></th><td>{ChangeText.Verdict(change)}</td><td>{change.Causes.Select(cause => (Markup)$"<p>{ChangeText.Cause(cause)}</p>")}</td><td>{ChangeText.Findings(change).Select(finding => (Markup)$"<p>{finding.Sentence} <code>{finding.Finding.Rule.QualifiedId}</code></p>")}</td></tr>\n")}</tbody>
        </table>

        """;
}
