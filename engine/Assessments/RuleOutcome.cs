namespace PolicyCheck.Assessments;

/// <summary>What came of one rule on one use, on one day; the names follow XACML and SARIF.</summary>
public enum RuleOutcome
{
    /// <summary>The rule doesn't speak to this use, place or day.</summary>
    NotApplicable,

    /// <summary>What it requires holds, or an exception or a permission applies.</summary>
    Pass,

    /// <summary>It is broken and an accepted waiver covers that.</summary>
    Waived,

    /// <summary>The facts stated don't decide it.</summary>
    Indeterminate,

    /// <summary>It could not be evaluated: a defect, never a pass.</summary>
    Error,

    /// <summary>It is broken.</summary>
    Fail,
}
