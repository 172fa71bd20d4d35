using PolicyCheck.Binding;

namespace PolicyCheck.Cli.Output;

/// <summary>Says how old an entry of a baseline is, so that it ages in plain sight.</summary>
internal static class BaselineAge
{
    /// <summary>The first day with the time since.</summary>
    /// <param name="since">The day asked about when it came in.</param>
    /// <param name="asOf">The day asked about now.</param>
    public static string Of(DateOnly since, DateOnly asOf)
    {
        var days = asOf.DayNumber - since.DayNumber;
        return days <= 0 ? IsoDate.Format(since) : $"{IsoDate.Format(since)} ({days} {(days == 1 ? "day" : "days")})";
    }
}
