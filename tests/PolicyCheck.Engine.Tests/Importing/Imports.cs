using System.Text;
using PolicyCheck.Facts;
using PolicyCheck.Importing;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Scaffolding;
using PolicyCheck.Tables;
using PolicyCheck.Text;

namespace PolicyCheck.Tests.Importing;

/// <summary>Imports texts by mappings that are texts too, with the facts of <see cref="Example.Vocabulary"/>.</summary>
internal static class Imports
{
    public const string Head = "mapping: mine\ntitle: Mine\nrows: {name: [Agency, Name], title: Name}\n";

    public static Vocabulary Vocabulary { get; } = RuleLibraryLoader.Load([new("vocabulary.yaml", Encoding.UTF8.GetBytes(Example.Vocabulary))]).Vocabulary;

    public static (ImportMapping? Mapping, IReadOnlyList<string> Problems) Mapping(string yaml)
    {
        var (mapping, diagnostics) = ImportMappingReader.Read("m.mapping.yaml", Encoding.UTF8.GetBytes(yaml), Vocabulary);
        return (mapping, Texts(diagnostics));
    }

    public static Table Table(string csv) => TableReader.Read("t.csv", Encoding.UTF8.GetBytes(csv)).Table ?? throw new InvalidOperationException("not a table");

    public static ImportResult Of(string csv, string mapping) =>
        Importer.Import(Mapping(Head + mapping).Mapping ?? throw new InvalidOperationException(string.Join('\n', Mapping(Head + mapping).Problems)), Table(csv));

    /// <summary>What the only row states of a fact, or null.</summary>
    public static string? Stated(string csv, string columns, string path)
    {
        var manifest = Manifest(Assert.Single(Of(csv, columns).Imported).Manifest);
        return manifest.Facts.Concat(manifest.Uses[0].Facts).FirstOrDefault(fact => fact.Fact.Path == path) is { } fact ? YamlText.Of(fact.Value, fact.Fact) : null;
    }

    public static Manifest Manifest(string yaml)
    {
        var file = ManifestReader.Read("m.manifest.yaml", Encoding.UTF8.GetBytes(yaml), Vocabulary);
        Assert.Empty(file.Diagnostics);
        return Assert.Single(file.Manifests);
    }

    public static IReadOnlyList<string> Texts(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(diagnostic => $"{diagnostic.Location.Path}:{diagnostic.Location.Start.Line} {diagnostic.Code} {diagnostic.Message}: {diagnostic.Cure}")];
}
