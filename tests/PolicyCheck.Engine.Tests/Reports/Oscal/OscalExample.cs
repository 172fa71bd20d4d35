using System.Text;
using System.Text.Json.Nodes;
using PolicyCheck.Reports;
using PolicyCheck.Reports.Oscal;

namespace PolicyCheck.Tests.Reports.Oscal;

/// <summary>Reports written as OSCAL, and what is found in them.</summary>
internal static class OscalExample
{
    public static string Written(Report report)
    {
        using var output = new MemoryStream();
        OscalReport.Write(report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static JsonNode Results(Report report) => JsonNode.Parse(Written(report))!["assessment-results"]!;

    /// <summary>The only result of a report.</summary>
    public static JsonNode Result(Report report) => List(Results(report)["results"]).Single();

    /// <summary>What has a rule of the example among its properties.</summary>
    public static JsonNode About(JsonNode result, string list, string rule) => List(result[list]).Single(item => Property(item, "rule") == $"act/{rule}");

    public static IEnumerable<JsonNode> List(JsonNode? list) => list is null ? [] : list.AsArray().Select(item => item!);

    public static string? Property(JsonNode item, string name) =>
        List(item["props"]).SingleOrDefault(property => Said(property["name"]) == name) is { } property ? Said(property["value"]) : null;

    public static string Said(JsonNode? node) => node!.GetValue<string>();

    /// <summary>Every text of a document with its name, and those above it.</summary>
    public static IEnumerable<(string Name, string Value)> Texts(JsonNode? node, string name = "") => node switch
    {
        JsonObject mapping => mapping.SelectMany(entry => Texts(entry.Value, entry.Key)),
        JsonArray list => list.SelectMany(item => Texts(item, name)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(name, text)],
        _ => [],
    };
}
