namespace PolicyCheck.Assessments;

/// <summary>Whether a rule was evaluated, or why it didn't need to be.</summary>
public enum FindingReason
{
    /// <summary>It was evaluated.</summary>
    Evaluated,

    /// <summary>The rule set, or the rule, is not in force on the day.</summary>
    NotInForce,

    /// <summary>The deployment lies in none of the rule set's jurisdictions.</summary>
    Elsewhere,

    /// <summary>Another text, which is in force on the day, sets the rule set aside.</summary>
    SetAside,
}
