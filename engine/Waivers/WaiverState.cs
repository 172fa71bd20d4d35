namespace PolicyCheck.Waivers;

/// <summary>Where a waiver stands on a day.</summary>
public enum WaiverState
{
    /// <summary>It holds.</summary>
    InForce,

    /// <summary>Its first day is yet to come.</summary>
    NotYet,

    /// <summary>Its last day is past.</summary>
    Expired,

    /// <summary>It never holds: the rule doesn't allow it.</summary>
    Void,
}
