namespace PolicyCheck.Values;

/// <summary>The unit a length of time is stated in.</summary>
public enum DurationUnit
{
    /// <summary>Thousandths of a second.</summary>
    Milliseconds,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Minutes of 60 seconds.</summary>
    Minutes,

    /// <summary>Hours of 60 minutes.</summary>
    Hours,

    /// <summary>Days of 24 hours.</summary>
    Days,

    /// <summary>Weeks of 7 days.</summary>
    Weeks,

    /// <summary>Calendar months, whose length depends on where in the calendar they lie.</summary>
    Months,

    /// <summary>Calendar years of 12 months.</summary>
    Years,

    /// <summary>Working days, which only compare with working days.</summary>
    WorkingDays,
}
