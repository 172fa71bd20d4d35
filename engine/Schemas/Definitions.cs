using System.Text.Json.Nodes;

namespace PolicyCheck.Schemas;

/// <summary>The schemas that others refer to, each written once.</summary>
internal sealed class Definitions
{
    private readonly SortedDictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);

    /// <summary>A reference to a schema, which is built when its name is met for the first time; it may refer to itself.</summary>
    /// <param name="name">The name, distinct among all definitions.</param>
    /// <param name="build">Builds it.</param>
    public JsonObject Ref(string name, Func<JsonObject> build)
    {
        if (_schemas.TryAdd(name, []))
        {
            _schemas[name] = build();
        }

        return new() { ["$ref"] = $"#/definitions/{name}" };
    }

    /// <summary>All schemas, in ordinal order of their names.</summary>
    public JsonObject ToJson() => new(_schemas.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));
}
