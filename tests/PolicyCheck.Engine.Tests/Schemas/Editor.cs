using System.Text.Json.Nodes;
using PolicyCheck.Reading;
using PolicyCheck.Schemas;
using PolicyCheck.Text;
using Validator = NJsonSchema.JsonSchema;

namespace PolicyCheck.Tests.Schemas;

/// <summary>Validates documents as an editor does.</summary>
public static class Editor
{
    private static readonly Dictionary<SchemaKind, Lazy<Validator>> Schemas = Enum.GetValues<SchemaKind>()
        .ToDictionary(kind => kind, kind => new Lazy<Validator>(() => Parse(JsonSchema.Write(kind, ShippedFiles.Vocabulary))));

    public static IEnumerable<string> Problems(SchemaKind kind, Node document) => Problems(Schemas[kind].Value, document);

    public static IEnumerable<string> Problems(SchemaKind kind, string yaml) => Problems(Schemas[kind].Value, Read(yaml));

    public static IEnumerable<string> Problems(string schema, string yaml) => Problems(Parse(schema), Read(yaml));

    private static IEnumerable<string> Problems(Validator schema, Node document) =>
        schema.Validate(EditorJson.Of(document)?.ToJsonString() ?? "null").Select(error => $"{error.Path}: {error.Kind}");

    private static Validator Parse(string schema) => Validator.FromJsonAsync(Draft04.Of(JsonNode.Parse(schema))!.ToJsonString()).GetAwaiter().GetResult();

    private static Node Read(string yaml) => DocumentReader.ReadDecoded(new SourceText("a.yaml", yaml)).Documents.Single();
}
