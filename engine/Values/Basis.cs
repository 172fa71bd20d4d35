namespace PolicyCheck.Values;

/// <summary>How well a fact is known, weakest first.</summary>
public enum Basis
{
    /// <summary>Somebody says so; the default.</summary>
    Claimed,

    /// <summary>A document says so.</summary>
    Documented,

    /// <summary>It was measured.</summary>
    Measured,

    /// <summary>An independent party attests it.</summary>
    Attested,
}
