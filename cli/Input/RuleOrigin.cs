namespace PolicyCheck.Cli.Input;

/// <summary>Where rules come from, and what has to vouch for them.</summary>
/// <param name="Paths">Folders and bundles; none means the built-in rules.</param>
/// <param name="PublicKey">The file with the public key that has to have signed every bundle, or null.</param>
/// <param name="AllowUnsigned">Whether a bundle is used that no key vouches for.</param>
internal sealed record RuleOrigin(IReadOnlyList<string> Paths, string? PublicKey, bool AllowUnsigned)
{
    /// <summary>The built-in rules.</summary>
    public static RuleOrigin BuiltIn { get; } = new([], null, false);
}
