namespace PolicyCheck.Conditions;

/// <summary>How many of the rows must meet a condition.</summary>
public enum Quantifier
{
    /// <summary>Every row, and there is at least one.</summary>
    Each,

    /// <summary>At least one row.</summary>
    Some,
}
