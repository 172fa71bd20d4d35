using System.Text.Json.Nodes;

namespace PolicyCheck.Schemas;

/// <summary>The shapes that schemas are made of.</summary>
internal static class Shape
{
    /// <summary>A mapping with these keys and no others.</summary>
    /// <param name="keys">The keys, as whoever reads the mapping lists them.</param>
    /// <param name="property">The schema of each key.</param>
    /// <param name="required">Those that must be there.</param>
    public static JsonObject Closed(IEnumerable<string> keys, Func<string, JsonObject> property, params ReadOnlySpan<string> required)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key, property(key)))),
            ["additionalProperties"] = false,
        };
        if (required.Length > 0)
        {
            schema["required"] = Strings([.. required]);
        }

        return schema;
    }

    /// <summary>A mapping from names that the author chooses.</summary>
    /// <param name="value">The schema of what stands behind each name.</param>
    /// <param name="names">What a name looks like, or null where any text is one.</param>
    public static JsonObject Named(JsonObject value, string? names = null) => names is null
        ? new() { ["type"] = "object", ["additionalProperties"] = value }
        : new() { ["type"] = "object", ["patternProperties"] = new JsonObject { [names] = value }, ["additionalProperties"] = false };

    /// <summary>A list.</summary>
    /// <param name="item">The schema of each item.</param>
    /// <param name="atLeast">The least number of items.</param>
    public static JsonObject List(JsonObject item, int atLeast = 0)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item };
        if (atLeast > 0)
        {
            schema["minItems"] = atLeast;
        }

        return schema;
    }

    /// <summary>One of several shapes at least.</summary>
    /// <param name="schemas">The shapes, the likeliest first.</param>
    public static JsonObject AnyOf(params IEnumerable<JsonObject> schemas) => new() { ["anyOf"] = Array(schemas) };

    /// <summary>One of these words.</summary>
    /// <param name="words">The words.</param>
    public static JsonObject Words(IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = Strings(words) };

    /// <summary>One of these words, each with what it means.</summary>
    /// <param name="words">The words with their meanings.</param>
    public static JsonObject Words(IEnumerable<(string Word, string Meaning)> words)
    {
        var known = words.ToList();
        var schema = Words(known.Select(word => word.Word));
        schema["enumDescriptions"] = Strings(known.Select(word => word.Meaning));
        return schema;
    }

    /// <summary>A text of a certain form.</summary>
    /// <param name="pattern">The regular expression, anchored.</param>
    /// <param name="cure">What an editor says where it doesn't match.</param>
    /// <param name="examples">Texts that do.</param>
    public static JsonObject Pattern(string pattern, string cure, params ReadOnlySpan<string> examples)
    {
        var schema = new JsonObject { ["type"] = "string", ["pattern"] = pattern, ["patternErrorMessage"] = cure };
        if (examples.Length > 0)
        {
            schema["examples"] = Strings([.. examples]);
        }

        return schema;
    }

    /// <summary>A schema with what an editor shows for it.</summary>
    /// <param name="description">What the key means.</param>
    /// <param name="schema">The schema; it is changed.</param>
    public static JsonObject Described(string description, JsonObject schema)
    {
        schema.Insert(0, "description", description);
        return schema;
    }

    /// <summary>Schemas as a list.</summary>
    /// <param name="schemas">The schemas.</param>
    public static JsonArray Array(IEnumerable<JsonObject> schemas) => new([.. schemas]);

    /// <summary>Texts as a list.</summary>
    /// <param name="texts">The texts.</param>
    public static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
