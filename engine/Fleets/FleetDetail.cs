namespace PolicyCheck.Fleets;

/// <summary>Which findings stand in the line of a result.</summary>
public enum FleetDetail
{
    /// <summary>None: the verdict of each use alone.</summary>
    Off,

    /// <summary>Those that fail, are open, are waived or are errors.</summary>
    Fails,

    /// <summary>That of every rule that was evaluated.</summary>
    Full,
}
