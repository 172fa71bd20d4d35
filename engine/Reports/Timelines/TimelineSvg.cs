using System.Globalization;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Reports.Html;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Timelines;

/// <summary>Writes time lines as a picture that stands by itself: bars on one axis, told apart by height, sign and word as well as by colour.</summary>
public static class TimelineSvg
{
    private const int Width = 960;
    private const int Margin = 16;
    private const int RowHeight = 64;
    private const int BarHeight = 30;

    /// <summary>Writes time lines.</summary>
    /// <param name="report">The time lines.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(TimelineReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{Draw(report, "t")}"));
    }

    /// <summary>The picture as a piece of markup.</summary>
    /// <param name="report">The time lines.</param>
    /// <param name="id">What its names begin with, so that several pictures can stand on one page.</param>
    internal static Markup Draw(TimelineReport report, string id)
    {
        var axis = Margin + (report.Rows.Length * RowHeight) + 8;
        var height = axis + 70;
        return $"""
            <svg class="pc-time" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" role="img" aria-labelledby="{id}-title {id}-desc">
            <title id="{id}-title">{Title(report)}</title>
            <desc id="{id}-desc">{Description(report)}</desc>
            <style>{Style}</style>
            <defs><pattern id="{id}-idle" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="idle-line" width="2" height="8" /></pattern></defs>
            <rect class="paper" width="{Width}" height="{height}" rx="8" />
            {report.Rows.Select((row, index) => Row(report, row, Margin + (index * RowHeight), id))}{Axis(report, axis)}{Legend(axis + 52, id)}</svg>

            """;
    }

    private static Markup Row(TimelineReport report, TimelineRow row, int top, string id) => $"""
        <text class="name" x="{Margin}" y="{top + 14}">{Shortened(row.Title, 118)}</text>
        {row.Timeline.Verdicts().Select(stretch => Bar(report, stretch, top + 24, id))}
        """;

    private static Markup Bar(TimelineReport report, Stretch stretch, int top, string id)
    {
        var (left, right) = (At(report, stretch.From), At(report, stretch.Until));
        var tall = !stretch.IsRunning ? BarHeight : stretch.Verdict switch { Verdict.NonCompliant => BarHeight, Verdict.Indeterminate => 26, Verdict.Compliant => 22, _ => 18 };
        var sign = Sign.Of(stretch.Verdict);
        var word = !stretch.IsRunning ? "not running" : $"{sign.Mark} {sign.Word}";
        var shown = right - left > word.Length * 7.6 ? word : right - left > 16 && stretch.IsRunning ? sign.Mark : "";
        var tone = stretch.IsRunning ? sign.Tone : "idle";
        Markup fill = stretch.IsRunning ? Markup.None : (Markup)$" fill=\"url(#{id}-idle)\"";
        Markup label = shown.Length == 0 ? Markup.None : (Markup)$"<text class=\"on {tone}\" x=\"{Number((left + right) / 2)}\" y=\"{top + BarHeight - (tall / 2) + 5}\">{shown}</text>";
        return $"<g><title>{ChangeText.Days(stretch.From, stretch.Until)}: {ChangeText.Verdict(stretch)}</title><rect class=\"bar {tone}\" x=\"{Number(left)}\" y=\"{top + BarHeight - tall}\" width=\"{Number(right - left)}\" height=\"{tall}\"{fill} />{label}</g>\n";
    }

    private static Markup Axis(TimelineReport report, int top)
    {
        var years = report.Until.AddDays(-1).Year - report.From.Year + 1;
        var step = Math.Max(1, (years + 23) / 24);
        var begins = Enumerable.Range(report.From.Year, years).Where(year => (year - report.From.Year) % step == 0).Select(year => new DateOnly(year, 1, 1)).Where(day => day >= report.From).ToList();
        var quarters = years > 8 ? [] : Enumerable.Range(0, years * 4).Select(index => new DateOnly(report.From.Year, 1, 1).AddMonths(3 * index)).Where(day => day >= report.From && day < report.Until);
        Markup asOf = report.AsOf >= report.From && report.AsOf < report.Until
            ? $"<line class=\"day\" x1=\"{Number(At(report, report.AsOf))}\" x2=\"{Number(At(report, report.AsOf))}\" y1=\"{Margin + 18}\" y2=\"{top + 8}\" />\n"
            : Markup.None;
        return $"""
            <line class="axis" x1="{Margin}" x2="{Width - Margin}" y1="{top}" y2="{top}" />
            {quarters.Select(day => (Markup)$"<line class=\"axis\" x1=\"{Number(At(report, day))}\" x2=\"{Number(At(report, day))}\" y1=\"{top}\" y2=\"{top + 4}\" />\n")}{begins.Select(day => (Markup)$"<line class=\"axis\" x1=\"{Number(At(report, day))}\" x2=\"{Number(At(report, day))}\" y1=\"{top}\" y2=\"{top + 8}\" /><text class=\"year\" x=\"{Number(At(report, day) + 3)}\" y=\"{top + 20}\">{day.Year}</text>\n")}{asOf}
            """;
    }

    private static Markup Legend(int top, string id)
    {
        var left = Margin;
        Markup legend = $"";
        foreach (var verdict in Enum.GetValues<Verdict>().OrderDescending())
        {
            var sign = Sign.Of(verdict);
            legend.AppendFormatted((Markup)$"<rect class=\"bar {sign.Tone}\" x=\"{left}\" y=\"{top - 11}\" width=\"14\" height=\"14\" /><text x=\"{left + 20}\" y=\"{top}\">{sign.Mark} {sign.Word}</text>\n");
            left += 150;
        }

        return $"{legend}<rect class=\"bar idle\" x=\"{left}\" y=\"{top - 11}\" width=\"14\" height=\"14\" fill=\"url(#{id}-idle)\" /><text x=\"{left + 20}\" y=\"{top}\">not running</text>\n";
    }

    private static string Title(TimelineReport report) =>
        $"{string.Join(", ", report.Rows.Select(row => row.Timeline.Manifest.Title).Distinct(StringComparer.Ordinal))}, {TextStrip.Range(report.From, report.Until)}";

    private static string Description(TimelineReport report) => string.Join(" ", report.Rows.Select(row =>
        $"{row.Title}: {string.Join("; ", row.Timeline.Verdicts().Select(stretch => $"{ChangeText.Days(stretch.From, stretch.Until)} {ChangeText.Verdict(stretch)}"))}."));

    private static string Shortened(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)].TrimEnd()}…";

    private static double At(TimelineReport report, DateOnly day) =>
        Margin + ((double)(day.DayNumber - report.From.DayNumber) / (report.Until.DayNumber - report.From.DayNumber) * (Width - (2 * Margin)));

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static Markup Style { get; } = $$"""

        .pc-time { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; max-width: 100%; height: auto; }
        .pc-time .paper { fill: #fff; }
        .pc-time text { fill: #1c1d22; }
        .pc-time .name { font-weight: 600; font-size: 14px; }
        .pc-time .on { text-anchor: middle; font-weight: 600; }
        .pc-time .axis { stroke: #50535e; }
        .pc-time .day { stroke: #1c1d22; stroke-dasharray: 4 3; }
        .pc-time .bar { stroke: #1c1d22; stroke-width: .75; }
        .pc-time .bar.bad { fill: #a01020; } .pc-time text.bad { fill: #fff; }
        .pc-time .bar.open { fill: #f3c873; } .pc-time text.open { fill: #1c1d22; }
        .pc-time .bar.good { fill: #bfe3ca; } .pc-time text.good { fill: #1c1d22; }
        .pc-time .bar.calm { fill: #eef0f5; } .pc-time text.calm { fill: #1c1d22; }
        .pc-time .bar.idle { stroke-dasharray: 3 3; } .pc-time .idle-line { fill: #c9ccd6; } .pc-time text.idle { fill: #50535e; }
        @media (prefers-color-scheme: dark) {
        .pc-time .paper { fill: #16171b; }
        .pc-time text { fill: #e9e9ee; }
        .pc-time .axis { stroke: #b0b3bf; }
        .pc-time .day { stroke: #e9e9ee; }
        .pc-time .bar { stroke: #e9e9ee; }
        .pc-time .bar.bad { fill: #ffa3a3; } .pc-time text.bad { fill: #16171b; }
        .pc-time .bar.open { fill: #7a4a00; } .pc-time text.open { fill: #fff; }
        .pc-time .bar.good { fill: #17502c; } .pc-time text.good { fill: #fff; }
        .pc-time .bar.calm { fill: #2d323d; } .pc-time text.calm { fill: #e9e9ee; }
        .pc-time .idle-line { fill: #454854; } .pc-time text.idle { fill: #b0b3bf; }
        }

        """;
}
