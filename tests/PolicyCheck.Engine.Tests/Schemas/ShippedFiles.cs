using PolicyCheck.Facts;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.Schemas;

namespace PolicyCheck.Tests.Schemas;

/// <summary>The YAML files that the repository ships, and the schemas that describe them.</summary>
public static class ShippedFiles
{
    private static readonly Lazy<Vocabulary> BuiltIn = new(() => RuleLibraryLoader.Load(BuiltInRules.Files).Vocabulary);

    public static Vocabulary Vocabulary => BuiltIn.Value;

    public static IEnumerable<string> All() => Directory
        .EnumerateFiles(Golden.PathOf("rules"), "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Golden.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static SchemaKind? KindOf(string path) =>
        path.EndsWith(".manifest.yaml", StringComparison.Ordinal) ? SchemaKind.Manifest
        : path.EndsWith(".rules.yaml", StringComparison.Ordinal) ? SchemaKind.Rules
        : path.EndsWith("vocabulary.yaml", StringComparison.Ordinal) ? SchemaKind.Vocabulary
        : path.EndsWith("_test.yaml", StringComparison.Ordinal) ? SchemaKind.Test
        : path.EndsWith(".mapping.yaml", StringComparison.Ordinal) ? SchemaKind.Mapping
        : path.EndsWith("waivers.yaml", StringComparison.Ordinal) ? SchemaKind.Waivers
        : null;

    public static PolicyFile Load(string path) => new(path, File.ReadAllBytes(Golden.PathOf(path)));

    public static IEnumerable<MappingNode> Documents(string path) =>
        DocumentReader.Read(path, Load(path).Content.Span).Documents.Cast<MappingNode>();

    public static string SchemaFile(SchemaKind kind) => $"rules/schemas/{kind.ToString().ToLowerInvariant()}.schema.json";
}
