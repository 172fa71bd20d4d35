namespace PolicyCheck.RuleSets;

/// <summary>How sure those who encoded a rule are of its wording, surest first.</summary>
public enum Confidence
{
    /// <summary>The text was seen, or several sources agree.</summary>
    High,

    /// <summary>A secondary source, or good memory.</summary>
    Medium,

    /// <summary>Doubtful: verify before relying on it.</summary>
    Low,
}
