using PolicyCheck.Binding;

namespace PolicyCheck.Values;

/// <summary>A stretch of days, half-open.</summary>
/// <param name="From">The first day, inclusive, or null where it has no beginning.</param>
/// <param name="Until">The first day that is no longer in it, or null where it has no end.</param>
public readonly record struct Period(DateOnly? From, DateOnly? Until)
{
    /// <summary>All days.</summary>
    public static Period Always { get; } = new(null, null);

    /// <summary>Whether a day is in the period.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => (From is not { } from || day >= from) && (Until is not { } until || day < until);

    /// <summary>Whether both have a day in common.</summary>
    /// <param name="other">Another period.</param>
    public bool Overlaps(Period other) => StartsBefore(this, other.Until) && StartsBefore(other, Until);

    /// <summary>Whether every day of this period is in another.</summary>
    /// <param name="other">The longer period.</param>
    public bool LiesWithin(Period other) =>
        (other.From is not { } from || From >= from) && (other.Until is not { } until || Until <= until);

    /// <summary>Both days as ISO 8601 writes an interval, with <c>..</c> for an end that is open.</summary>
    public override string ToString() => $"{(From is { } from ? IsoDate.Format(from) : "..")}/{(Until is { } until ? IsoDate.Format(until) : "..")}";

    private static bool StartsBefore(Period period, DateOnly? end) =>
        period.From is not { } from || end is not { } until || from < until;
}
