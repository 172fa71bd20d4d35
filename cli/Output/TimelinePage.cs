using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Reports;
using PolicyCheck.Reports.Timelines;
using PolicyCheck.Timelines;

namespace PolicyCheck.Cli.Output;

/// <summary>Shows time lines at a terminal: a strip that reads without colours, and below it every change with its reasons.</summary>
internal static class TimelinePage
{
    private const int Indent = 2;

    /// <summary>Writes time lines.</summary>
    /// <param name="page">The page.</param>
    /// <param name="report">The time lines.</param>
    /// <param name="width">How many columns there are.</param>
    public static void Write(TextPage page, TimelineReport report, int width)
    {
        var cells = width - (2 * Indent);
        foreach (var rows in report.Rows.GroupBy(row => row.Timeline.Manifest, ReferenceEqualityComparer.Instance).Select(group => group.ToList()))
        {
            var manifest = rows[0].Timeline.Manifest;
            page.Line(0, TextPage.Styled(manifest.Title, "bold"));
            page.Line(Indent, TextPage.Styled($"{manifest.Path}:{manifest.Location.Start.Line}  {TextStrip.Range(report.From, report.Until)}{Period(rows[0].Timeline)}", "dim"));
            page.Gap();
            page.Line(Indent, TextPage.Styled(TextStrip.Years(report.From, report.Until, cells), "dim"));
            page.Line(Indent, TextPage.Styled(TextStrip.Ticks(report.From, report.Until, cells), "dim"));
            foreach (var row in rows)
            {
                if (row.By is { } set)
                {
                    page.Line(Indent, TextPage.Styled($"by {set.Title} ({set.Id}) alone:"));
                }

                page.Line(Indent, Strip(row.Timeline, cells));
            }

            if (report.AsOf >= report.From && report.AsOf < report.Until)
            {
                var at = TextStrip.Cell(report.From, report.Until, cells, report.AsOf);
                var day = IsoDate.Format(report.AsOf);
                page.Line(Indent, TextPage.Styled(at + day.Length + 2 > cells ? $"{new string(' ', Math.Max(0, at - day.Length - 1))}{day} ^" : $"{new string(' ', at)}^ {day}", "dim"));
            }

            foreach (var row in rows)
            {
                Changes(page, row);
            }

            page.Gap();
        }

        page.Line(0, string.Join("  ", TextStrip.Legend.Select(entry => $"{TextPage.Styled(entry.Sign.ToString(), Colour(entry.Verdict))} {TextPage.Styled(entry.Meaning)}")));
        page.Line(0, TextPage.Styled($"{char.ToUpperInvariant(TextStrip.Scale(report.From, report.Until, cells)[0])}{TextStrip.Scale(report.From, report.Until, cells)[1..]}. {Report.Notice}", "dim"));
    }

    /// <summary>Writes changes: the day and the verdict, then why, then what.</summary>
    /// <param name="page">The page.</param>
    /// <param name="indent">How far they are indented.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="mostFindings">How many of the rules are named of which something else comes.</param>
    public static void Changes(TextPage page, int indent, IEnumerable<TimelineChange> changes, int mostFindings = int.MaxValue)
    {
        foreach (var change in changes)
        {
            page.Row(indent, 10, TextPage.Styled(IsoDate.Format(change.Day), "bold"), TextPage.Styled(ChangeText.Verdict(change), change.IsFlip ? Colour(change.After.Verdict) : ""));
            foreach (var cause in change.Causes)
            {
                page.Row(indent + 11, 3, TextPage.Styled("why", "dim"), TextPage.Styled(ChangeText.Cause(cause) + (cause.Location is { } place ? $" [{place.Path}:{place.Start.Line}]" : "")));
            }

            var findings = ChangeText.Findings(change);
            foreach (var (sentence, finding) in findings.Take(mostFindings))
            {
                page.Row(indent + 11, 3, " · ", $"{TextPage.Styled(sentence)} {TextPage.Styled($"[{finding.Rule.QualifiedId}]", "dim")}");
            }

            if (mostFindings > 0 && findings.Length > mostFindings)
            {
                page.Row(indent + 11, 3, " · ", TextPage.Styled($"and {Amount.Of(findings.Length - mostFindings, "more rule")}"));
            }
        }
    }

    private static void Changes(TextPage page, TimelineRow row)
    {
        page.Gap();
        if (row.By is { } set)
        {
            page.Line(Indent, TextPage.Styled($"By {set.Title} alone:", "bold"));
        }

        if (row.Timeline.Changes.IsEmpty)
        {
            page.Line(Indent, TextPage.Styled($"Nothing changes on these days: {ChangeText.Verdict(row.Timeline.Stretches[0])} on all of them."));
        }

        Changes(page, Indent, row.Timeline.Changes);
    }

    // Neighbours of one verdict are one piece, so that a terminal isn't told its colour anew for each character.
    private static string Strip(Timeline timeline, int cells)
    {
        var strip = TextStrip.Cells(timeline, cells);
        var pieces = new List<(Verdict? Verdict, int Count)>();
        foreach (var verdict in strip)
        {
            if (pieces.Count > 0 && pieces[^1].Verdict == verdict)
            {
                pieces[^1] = (verdict, pieces[^1].Count + 1);
            }
            else
            {
                pieces.Add((verdict, 1));
            }
        }

        return string.Concat(pieces.Select(piece => TextPage.Styled(new string(TextStrip.Sign(piece.Verdict), piece.Count), Colour(piece.Verdict))));
    }

    private static string Period(Timeline timeline) => timeline.Manifest.Period switch
    {
        null => "",
        { From: { } from, Until: { } until } => $"  runs {ChangeText.Days(from, until)}",
        { From: { } from } => $"  runs from {IsoDate.Format(from)}",
        { Until: { } until } => $"  runs until {IsoDate.Format(until.AddDays(-1))}",
        _ => "",
    };

    private static string Colour(Verdict? verdict) => verdict is { } known ? VerdictWords.Colour(known) : "dim";
}
