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

    /// <summary>Whether the name says it holds tests of a rule set.</summary>
    public bool IsTest => HasEnding("_test");

    /// <summary>Whether the name says it holds manifests.</summary>
    public bool IsManifest => HasEnding(".manifest");

    /// <summary>Whether the name says it holds a mapping of a table.</summary>
    public bool IsMapping => HasEnding(".mapping");

    /// <summary>Whether the name says it holds waivers.</summary>
    public bool IsWaivers => HasEnding("waivers");

    /// <summary>The file's name without folders and without the ending of its kind; for a rule set its identifier, as the repository names its files.</summary>
    public string Stem
    {
        get
        {
            var name = Path[(Path.LastIndexOf('/') + 1)..];
            name = name[..Math.Max(0, name.LastIndexOf('.'))];
            return IsTest ? name[..^"_test".Length] : IsRuleSet ? name[..^".rules".Length] : IsManifest ? name[..^".manifest".Length] : IsMapping ? name[..^".mapping".Length] : name;
        }
    }

    private bool HasEnding(string stem) =>
        Path.EndsWith(stem + ".yaml", StringComparison.Ordinal)
        || Path.EndsWith(stem + ".yml", StringComparison.Ordinal)
        || Path.EndsWith(stem + ".json", StringComparison.Ordinal);
}
