using System.Collections.Immutable;

namespace PolicyCheck.Loading;

/// <summary>The rule sets, the vocabulary and the mappings of tables that come with the engine.</summary>
public static class BuiltInRules
{
    /// <summary>The rule sets and the vocabulary, with paths as in the repository.</summary>
    public static ImmutableArray<PolicyFile> Files { get; } = Below("rules/", "");

    /// <summary>The mappings of tables, with paths as in the repository.</summary>
    public static ImmutableArray<PolicyFile> Mappings { get; } = Below("mappings/", "rules/");

    private static ImmutableArray<PolicyFile> Below(string folder, string parent) =>
    [
        .. typeof(BuiltInRules).Assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Path: name.Replace('\\', '/')))
            .Where(resource => resource.Path.StartsWith(folder, StringComparison.Ordinal))
            .OrderBy(resource => resource.Path, StringComparer.Ordinal)
            .Select(resource => new PolicyFile(parent + resource.Path, Read(resource.Name))),
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
