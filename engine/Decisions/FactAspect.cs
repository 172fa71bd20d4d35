namespace PolicyCheck.Decisions;

/// <summary>What of a fact an undecided rule can hang on.</summary>
public enum FactAspect
{
    /// <summary>Its value, or whether it is stated.</summary>
    Value,

    /// <summary>How well it is known.</summary>
    Basis,

    /// <summary>The day of its document or measurement.</summary>
    Day,
}
