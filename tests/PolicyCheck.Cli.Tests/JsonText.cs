using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Tests;

/// <summary>Writes YAML documents as the JSON that means the same.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(Node node) => Convert(node)?.ToJsonString(Indented) ?? "null";

    private static JsonNode? Convert(Node node) => node switch
    {
        MappingNode mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Convert(entry.Value)))),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(Convert)]),
        ScalarNode { IsNull: true } => null,
        ScalarNode { IsPlain: true, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        ScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException("there is no other kind of node"),
    };
}
