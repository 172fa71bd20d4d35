using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyCheck.Reading;

namespace PolicyCheck.Tests.Schemas;

/// <summary>Nodes as an editor sees them: plain scalars have the types of the core schema of YAML 1.2.</summary>
public static partial class EditorJson
{
    public static JsonNode? Of(Node node) => node switch
    {
        MappingNode mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Of(entry.Value)))),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(Of)]),
        ScalarNode scalar => Scalar(scalar),
        _ => throw new InvalidOperationException("another kind of node"),
    };

    private static JsonValue? Scalar(ScalarNode scalar) => scalar switch
    {
        { IsPlain: false } => JsonValue.Create(scalar.Value),
        { Value: "" or "~" or "null" or "Null" or "NULL" } => null,
        { Value: "true" or "True" or "TRUE" } => JsonValue.Create(true),
        { Value: "false" or "False" or "FALSE" } => JsonValue.Create(false),
        _ when Number().IsMatch(scalar.Value) => JsonValue.Create(decimal.Parse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(scalar.Value),
    };

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();
}
