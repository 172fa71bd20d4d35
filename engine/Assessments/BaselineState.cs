namespace PolicyCheck.Assessments;

/// <summary>How a finding compares with the baseline, in the words of SARIF's <c>baselineState</c>.</summary>
public enum BaselineState
{
    /// <summary>The baseline doesn't have it, or has it less grave.</summary>
    New,

    /// <summary>The baseline has it, and it turns on the same facts.</summary>
    Unchanged,

    /// <summary>The baseline has it, and it turns on other facts or values now.</summary>
    Updated,
}
