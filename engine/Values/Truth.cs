namespace PolicyCheck.Values;

/// <summary>The three values of strong Kleene logic, ordered so that conjunction is the minimum and disjunction the maximum.</summary>
public enum Truth : byte
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>The facts stated don't say.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    True,
}
