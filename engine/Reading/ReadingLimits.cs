namespace PolicyCheck.Reading;

/// <summary>How much of an input is read before it is refused.</summary>
/// <param name="MaxBytes">The largest file, in bytes; 16 MiB by default.</param>
/// <param name="MaxDepth">The deepest nesting of sequences and mappings; 64 by default.</param>
/// <param name="MaxNodes">The most nodes a file may hold, counting an aliased node each time it is used; 200,000 by default.</param>
public sealed record ReadingLimits(int MaxBytes = 16 * 1024 * 1024, int MaxDepth = 64, int MaxNodes = 200_000)
{
    /// <summary>The documented defaults.</summary>
    public static ReadingLimits Default { get; } = new();
}
