namespace PolicyCheck.Assessments;

/// <summary>What can be said of a use, a manifest or several, from best to worst; nothing defaults to compliant.</summary>
public enum Verdict
{
    /// <summary>No rule speaks to it.</summary>
    NotApplicable,

    /// <summary>Some rule speaks to it and none is broken or open.</summary>
    Compliant,

    /// <summary>No rule is broken for certain, and one at least is open.</summary>
    Indeterminate,

    /// <summary>A rule is broken.</summary>
    NonCompliant,
}
