namespace PolicyCheck.Cures;

/// <summary>What a rule comes to after some changes.</summary>
internal enum CureOutcome
{
    /// <summary>It is broken, or kept only by an exception that is in doubt.</summary>
    Broken,

    /// <summary>Nobody can say.</summary>
    Open,

    /// <summary>It doesn't speak.</summary>
    Silent,

    /// <summary>It is kept.</summary>
    Kept,
}
