namespace PolicyCheck.Loading;

/// <summary>A file as it was read: its path and bytes.</summary>
/// <param name="Path">The path as the user named it, with forward slashes.</param>
/// <param name="Content">The bytes.</param>
public sealed record PolicyFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether the name says it holds a rule set.</summary>
    public bool IsRuleSet => HasEnding(".rules");

    /// <summary>Whether the name says it holds a vocabulary.</summary>
    public bool IsVocabulary => HasEnding("vocabulary");

    private bool HasEnding(string stem) =>
        Path.EndsWith(stem + ".yaml", StringComparison.Ordinal)
        || Path.EndsWith(stem + ".yml", StringComparison.Ordinal)
        || Path.EndsWith(stem + ".json", StringComparison.Ordinal);
}
