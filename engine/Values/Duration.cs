using System.Collections.Concurrent;
using System.Globalization;

namespace PolicyCheck.Values;

/// <summary>A length of time in the unit it was stated in.</summary>
/// <param name="Amount">How many units; whole for months, years and working days.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Duration(decimal Amount, DurationUnit Unit)
{
    private const decimal SecondsPerDay = 86_400;

    // A number of months is counted out once: a duration has at most 12,000 of them.
    private static readonly ConcurrentDictionary<int, NumberRange> Calendar = new();

    /// <summary>Whether the length depends on where in the calendar it lies.</summary>
    public bool IsCalendar => Unit is DurationUnit.Months or DurationUnit.Years;

    /// <summary>Whether it counts working days.</summary>
    public bool IsWorkingDays => Unit == DurationUnit.WorkingDays;

    /// <summary>The number of calendar months; only where <see cref="IsCalendar"/>.</summary>
    public int Months => (int)(Unit == DurationUnit.Years ? Amount * 12 : Amount);

    /// <summary>The lengths to compare: exact within one kind of unit, and bounds in seconds between days and months.</summary>
    /// <param name="left">One duration.</param>
    /// <param name="right">Another that counts working days if and only if the first does.</param>
    public static (NumberRange Left, NumberRange Right) Comparable(Duration left, Duration right) =>
        left.IsCalendar && right.IsCalendar ? (NumberRange.Exactly(left.Months), NumberRange.Exactly(right.Months))
        : left.IsWorkingDays && right.IsWorkingDays ? (NumberRange.Exactly(left.Amount), NumberRange.Exactly(right.Amount))
        : (left.Seconds(), right.Seconds());

    /// <summary>The least and the greatest number of seconds it can last.</summary>
    /// <exception cref="InvalidOperationException">It counts working days, whose length no calendar gives.</exception>
    public NumberRange Seconds() => Unit switch
    {
        DurationUnit.Milliseconds => NumberRange.Exactly(Amount / 1000),
        DurationUnit.Seconds => NumberRange.Exactly(Amount),
        DurationUnit.Minutes => NumberRange.Exactly(Amount * 60),
        DurationUnit.Hours => NumberRange.Exactly(Amount * 3600),
        DurationUnit.Days => NumberRange.Exactly(Amount * SecondsPerDay),
        DurationUnit.Weeks => NumberRange.Exactly(Amount * 7 * SecondsPerDay),
        DurationUnit.Months or DurationUnit.Years => Calendar.GetOrAdd(Months, CalendarSeconds),
        _ => throw new InvalidOperationException("working days have no length in seconds"),
    };

    /// <summary>The day that lies this long before a day; parts of a day count as a whole one.</summary>
    /// <param name="day">The later day.</param>
    /// <exception cref="InvalidOperationException">It counts working days.</exception>
    public DateOnly Before(DateOnly day)
    {
        if (IsCalendar)
        {
            return Months >= (12 * (day.Year - 1)) + day.Month - 1 ? DateOnly.MinValue : day.AddMonths(-Months);
        }

        var days = decimal.Ceiling(Seconds().Low / SecondsPerDay);
        return days >= day.DayNumber ? DateOnly.MinValue : day.AddDays(-(int)days);
    }

    /// <summary>The duration as a person writes it, such as <c>30 days</c>.</summary>
    public override string ToString()
    {
        var unit = Unit == DurationUnit.WorkingDays ? "working days" : Unit.ToString().ToLowerInvariant();
        return $"{Amount.ToString("0.############", CultureInfo.InvariantCulture)} {(Amount == 1 ? unit[..^1] : unit)}";
    }

    private static NumberRange CalendarSeconds(int months)
    {
        var (least, most) = (int.MaxValue, 0);
        var first = new DateOnly(2000, 1, 1);
        for (var start = 0; start < 4800; start++)
        {
            var days = first.AddMonths(start + months).DayNumber - first.AddMonths(start).DayNumber;
            (least, most) = (Math.Min(least, days), Math.Max(most, days));
        }

        return new(least * SecondsPerDay, most * SecondsPerDay);
    }
}
