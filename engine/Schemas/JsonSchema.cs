using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyCheck.Facts;

namespace PolicyCheck.Schemas;

/// <summary>Writes JSON Schemas of draft 07, by which editors complete and check the files, and show what each key means.</summary>
/// <remarks>A schema never refuses what the reader of the file accepts as documented; the reader refuses more, such as unknown references.</remarks>
public static class JsonSchema
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentCharacter = ' ',
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of a kind of file, indented by two spaces, with a line feed at the end.</summary>
    /// <param name="kind">The kind of file.</param>
    /// <param name="vocabulary">The facts that the file can name; a rule set's own facts are checked where the vocabulary has them.</param>
    public static string Write(SchemaKind kind, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var definitions = new Definitions();
        var root = kind switch
        {
            SchemaKind.Manifest => new ManifestSchema(vocabulary, definitions).Root(),
            SchemaKind.Rules => new RuleSetSchema(vocabulary, definitions).Root(),
            SchemaKind.Vocabulary => new VocabularySchema(definitions).Root(),
            SchemaKind.Test => new TestFileSchema(vocabulary, definitions).Root(),
            SchemaKind.Mapping => new MappingSchema(vocabulary, definitions).Root(),
            SchemaKind.Waivers => new WaiversSchema(vocabulary, definitions).Root(),
            SchemaKind.Config => new ConfigSchema(vocabulary, definitions).Root(),
            SchemaKind.Result => new ResultSchema(vocabulary, definitions).Root(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of file"),
        };
        root.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        root.Insert(1, "$id", IdOf(kind));
        root.Add("definitions", definitions.ToJson());
        return Text(root);
    }

    /// <summary>The identifier that every schema of a kind has.</summary>
    /// <param name="kind">The kind of file.</param>
    public static string IdOf(SchemaKind kind) => $"urn:policycheck:schema:{kind.ToString().ToLowerInvariant()}";

    private static string Text(JsonObject root)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Layout))
        {
            root.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
