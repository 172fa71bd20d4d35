using System.Text.Json.Nodes;

namespace PolicyCheck.Tests.Schemas;

/// <summary>Says in the words of draft 04, which NJsonSchema knows, what schemas say in those of draft 07.</summary>
public static class Draft04
{
    public static JsonNode? Of(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                return new JsonArray([.. array.Select(Of)]);
            case JsonObject schema:
                var rewritten = new JsonObject(schema.Where(entry => entry.Key is not ("if" or "dependencies") && (entry.Key != "then" || !schema.ContainsKey("if"))).Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value))));
                foreach (var implication in Implications(schema).ToList())
                {
                    var all = rewritten["allOf"] as JsonArray ?? [];
                    all.Add((JsonNode)implication);
                    rewritten["allOf"] = all;
                }

                return rewritten;
            default:
                return node?.DeepClone();
        }
    }

    private static IEnumerable<JsonObject> Implications(JsonObject schema)
    {
        if (schema["if"] is { } condition && schema["then"] is { } consequence)
        {
            yield return Implication(condition, consequence);
        }

        foreach (var (key, needed) in schema["dependencies"] as JsonObject ?? [])
        {
            yield return Implication(
                new JsonObject { ["required"] = new JsonArray(key) },
                needed is JsonArray keys ? new JsonObject { ["required"] = keys.DeepClone() } : needed!);
        }
    }

    private static JsonObject Implication(JsonNode condition, JsonNode consequence) =>
        new() { ["anyOf"] = new JsonArray(new JsonObject { ["not"] = Of(condition) }, Of(consequence)) };
}
