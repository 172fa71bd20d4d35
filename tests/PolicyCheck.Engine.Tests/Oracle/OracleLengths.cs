using System.Collections.Concurrent;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

/// <summary>How long durations last, counted out on a calendar.</summary>
internal static class OracleLengths
{
    private static readonly ConcurrentDictionary<int, (int Least, int Most)> Days = new();

    /// <summary>Two durations on one scale: months with months, working days with working days, else seconds.</summary>
    public static (Span Left, Span Right) OnOneScale(Duration left, Duration right) => (MonthsOf(left), MonthsOf(right)) switch
    {
        ({ } first, { } second) => (Span.Exactly(new(first, 1)), Span.Exactly(new(second, 1))),
        _ when left.Unit == DurationUnit.WorkingDays => (Span.Exactly(Rational.Of(left.Amount)), Span.Exactly(Rational.Of(right.Amount))),
        _ => (Seconds(left), Seconds(right)),
    };

    /// <summary>The day so many months earlier, or the last day of that month where it is shorter.</summary>
    public static DateOnly DayBefore(DateOnly day, Duration span)
    {
        if (MonthsOf(span) is { } months)
        {
            var count = (day.Year * 12) + day.Month - 1 - months;
            var (year, month) = (count / 12, (count % 12) + 1);
            return new(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
        }

        var exact = Seconds(span).Least / new Rational(86_400, 1);
        var whole = (int)((exact.Numerator + exact.Denominator - 1) / exact.Denominator);
        return DateOnly.FromDayNumber(day.DayNumber - whole);
    }

    public static Span Seconds(Duration duration)
    {
        if (MonthsOf(duration) is { } months)
        {
            var (least, most) = Days.GetOrAdd(months, CountOut);
            return new(new(least * 86_400L, 1), new(most * 86_400L, 1));
        }

        var perUnit = duration.Unit switch
        {
            DurationUnit.Milliseconds => new Rational(1, 1000),
            DurationUnit.Seconds => Rational.One,
            DurationUnit.Minutes => new(60, 1),
            DurationUnit.Hours => new(3_600, 1),
            DurationUnit.Days => new(86_400, 1),
            DurationUnit.Weeks => new(604_800, 1),
            _ => throw new InvalidOperationException("no seconds"),
        };
        return Span.Exactly(Rational.Of(duration.Amount) * perUnit);
    }

    private static int? MonthsOf(Duration duration) => duration.Unit switch
    {
        DurationUnit.Months => (int)duration.Amount,
        DurationUnit.Years => (int)duration.Amount * 12,
        _ => null,
    };

    // From every day of four centuries, after which the calendar repeats.
    private static (int Least, int Most) CountOut(int months)
    {
        var (least, most) = (int.MaxValue, int.MinValue);
        for (var start = new DateOnly(2000, 1, 1); start.Year < 2400; start = start.AddDays(1))
        {
            var length = start.AddMonths(months).DayNumber - start.DayNumber;
            (least, most) = (Math.Min(least, length), Math.Max(most, length));
        }

        return (least, most);
    }
}
