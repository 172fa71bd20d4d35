using System.Collections.Immutable;

namespace PolicyCheck.Loading;

/// <summary>The rule sets and the vocabulary that come with the engine.</summary>
public static class BuiltInRules
{
    private const string Prefix = "rules/";

    /// <summary>The files, with paths as in the repository.</summary>
    public static ImmutableArray<PolicyFile> Files { get; } =
    [
        .. typeof(BuiltInRules).Assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Path: name.Replace('\\', '/')))
            .Where(resource => resource.Path.StartsWith(Prefix, StringComparison.Ordinal))
            .OrderBy(resource => resource.Path, StringComparer.Ordinal)
            .Select(resource => new PolicyFile(resource.Path, Read(resource.Name))),
    ];

    private static byte[] Read(string name)
    {
        using var stream = typeof(BuiltInRules).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the built-in file {name} is missing from the assembly");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
