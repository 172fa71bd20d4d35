using System.Text;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Timelines;

/// <summary>Writes time lines as Markdown: a strip, the stretches, and a table of what changes and why.</summary>
public static class TimelineMarkdown
{
    private const int Width = 72;

    /// <summary>Writes time lines.</summary>
    /// <param name="report">The time lines.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(TimelineReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var text = new StringBuilder($"## From {TextStrip.Range(report.From, report.Until)}\n");
        foreach (var row in report.Rows)
        {
            var manifest = row.Timeline.Manifest;
            text.Append($"\n### {MarkdownText.Escape(manifest.Title)}{(row.By is { } set ? $", by {MarkdownText.Escape(set.Title)} alone" : "")}\n\n`{manifest.Id}` in {MarkdownText.Code(manifest.Path)}\n\n");
            text.Append($"    {TextStrip.Years(report.From, report.Until, Width)}\n    {TextStrip.Ticks(report.From, report.Until, Width)}\n    {TextStrip.Plain(row.Timeline, Width)}\n\n");
            foreach (var stretch in row.Timeline.Verdicts())
            {
                text.Append($"- {ChangeText.Days(stretch.From, stretch.Until)}: {ChangeText.Verdict(stretch)}\n");
            }

            AppendChanges(text, row.Timeline.Changes);
        }

        text.Append($"\n{string.Join(", ", TextStrip.Legend.Select(entry => $"`{entry.Sign}` {entry.Meaning}"))}; {TextStrip.Scale(report.From, report.Until, Width)}.\n\n_{Report.Notice} PolicyCheck {Report.EngineVersion}._\n");
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>A table of changes; nothing where there are none.</summary>
    internal static void AppendChanges(StringBuilder text, IReadOnlyCollection<TimelineChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        text.Append("\n| day | verdict | why | what changes |\n|---|---|---|---|\n");
        foreach (var change in changes)
        {
            text.Append($"| {IsoDate.Format(change.Day)} | {ChangeText.Verdict(change)} | {Cell(change.Causes.Select(ChangeText.Cause))} | {Cell(ChangeText.Findings(change).Select(finding => $"{finding.Sentence} [{finding.Finding.Rule.QualifiedId}]"))} |\n");
        }
    }

    private static string Cell(IEnumerable<string> sentences) => string.Join("<br>", sentences.Select(MarkdownText.Escape));
}
