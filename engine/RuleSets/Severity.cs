namespace PolicyCheck.RuleSets;

/// <summary>How much a rule matters, most severe first.</summary>
public enum Severity
{
    /// <summary>Stop at once.</summary>
    Critical,

    /// <summary>Cure before going on.</summary>
    High,

    /// <summary>Cure soon.</summary>
    Medium,

    /// <summary>Worth curing.</summary>
    Low,
}
