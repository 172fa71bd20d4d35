using PolicyCheck.Binding;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Writes days as times. The standard has none before 1900 or after 2999: then the nearest is written, and properties beside it have the day.</summary>
internal static class OscalTime
{
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2999, 12, 31);

    /// <summary>The first second of a day.</summary>
    public static string Begin(DateOnly day) => $"{IsoDate.Format(Within(day))}T00:00:00Z";

    /// <summary>The last second of a day.</summary>
    public static string End(DateOnly day) => $"{IsoDate.Format(Within(day))}T23:59:59Z";

    private static DateOnly Within(DateOnly day) => day < First ? First : day > Last ? Last : day;
}
