using System.Collections.Immutable;
using System.Globalization;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Timelines;

/// <summary>A time line as characters: one for some days, of which it shows the worst verdict.</summary>
public static class TextStrip
{
    /// <summary>The sign of days on which a deployment doesn't run.</summary>
    public const char NotRunning = '·';

    /// <summary>The signs with what they mean, worst first.</summary>
    public static ImmutableArray<(char Sign, string Meaning, Verdict? Verdict)> Legend { get; } =
    [
        ('X', "non-compliant", Verdict.NonCompliant), ('?', "indeterminate", Verdict.Indeterminate), ('=', "compliant", Verdict.Compliant),
        ('-', "not applicable", Verdict.NotApplicable), (NotRunning, "not running", null),
    ];

    /// <summary>The worst verdict of each part of the days; null where the deployment runs on none of them.</summary>
    /// <param name="timeline">The time line.</param>
    /// <param name="width">How many parts there are.</param>
    public static ImmutableArray<Verdict?> Cells(Timeline timeline, int width)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return
        [
            .. Enumerable.Range(0, width).Select(cell =>
            {
                var (first, next) = (Day(timeline.From, timeline.Until, width, cell), Day(timeline.From, timeline.Until, width, cell + 1));
                return timeline.Running.Where(stretch => stretch.From.DayNumber < Math.Max(next, first + 1) && stretch.Until.DayNumber > first).Select(stretch => (Verdict?)stretch.Verdict).Max();
            }),
        ];
    }

    /// <summary>A verdict's sign.</summary>
    /// <param name="verdict">The verdict, or null where nothing runs.</param>
    public static char Sign(Verdict? verdict) => Legend.First(entry => entry.Verdict == verdict).Sign;

    /// <summary>The years over a strip, each beginning with its first day.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="width">How many characters there are.</param>
    public static string Years(DateOnly from, DateOnly until, int width)
    {
        var line = new char[width];
        Array.Fill(line, ' ');
        var free = 0;
        foreach (var year in Enumerable.Range(from.Year, until.AddDays(-1).Year - from.Year + 1))
        {
            var at = Cell(from, until, width, from.Year == year ? from : new(year, 1, 1));
            var name = year.ToString(CultureInfo.InvariantCulture);
            if (at >= free && at + name.Length <= width)
            {
                name.CopyTo(line.AsSpan(at));
                free = at + name.Length + 1;
            }
        }

        return new string(line).TrimEnd();
    }

    /// <summary>The marks under the years: a bar where a year begins, and points where its months or quarters do where there is room.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="width">How many characters there are.</param>
    public static string Ticks(DateOnly from, DateOnly until, int width)
    {
        var line = new char[width];
        Array.Fill(line, ' ');
        var perMonth = width * 30.4 / (until.DayNumber - from.DayNumber);
        var step = perMonth >= 3 ? 1 : perMonth >= 1 ? 3 : 12;
        for (var month = new DateOnly(from.Year, 1, 1); month < until; month = month.AddMonths(step))
        {
            if (month >= from)
            {
                line[Cell(from, until, width, month)] = month.Month == 1 ? '|' : '.';
            }
        }

        return new string(line).TrimEnd();
    }

    /// <summary>How many days a character stands for, in words.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="width">How many characters there are.</param>
    public static string Scale(DateOnly from, DateOnly until, int width)
    {
        var days = (double)(until.DayNumber - from.DayNumber) / width;
        return days <= 1 ? "each character is a day or less" : $"each character is about {days.ToString(days < 10 ? "0.#" : "0", CultureInfo.InvariantCulture)} days and shows the worst of them";
    }

    /// <summary>Where a day stands.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="width">How many characters there are.</param>
    /// <param name="day">The day.</param>
    public static int Cell(DateOnly from, DateOnly until, int width, DateOnly day) =>
        (int)((long)(day.DayNumber - from.DayNumber) * width / (until.DayNumber - from.DayNumber));

    /// <summary>A strip for plain text.</summary>
    /// <param name="timeline">The time line.</param>
    /// <param name="width">How many characters there are.</param>
    public static string Plain(Timeline timeline, int width) => new([.. Cells(timeline, width).Select(Sign)]);

    /// <summary>The range of days in words.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    public static string Range(DateOnly from, DateOnly until) => $"{IsoDate.Format(from)} to {IsoDate.Format(until)}";

    // The first day whose character is this one: as Cell has it, so that a change stands where its day does.
    private static int Day(DateOnly from, DateOnly until, int width, int cell) =>
        from.DayNumber + (int)((((long)cell * (until.DayNumber - from.DayNumber)) + width - 1) / width);
}
