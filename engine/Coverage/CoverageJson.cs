using System.Text.Json;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Coverage;

/// <summary>Writes coverage as members of a JSON document.</summary>
public static class CoverageJson
{
    /// <summary>Writes the member <c>coverage</c>.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <param name="json">Where to write, within an object.</param>
    public static void Write(CoverageOfRules coverage, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject("coverage");
        json.WriteNumber("reached", coverage.Reached);
        json.WriteNumber("total", coverage.Items.Length);
        json.WriteNumber("percent", coverage.Percent);
        json.WriteStartArray("items");
        foreach (var item in coverage.Items)
        {
            json.WriteStartObject();
            json.WriteString("ruleSet", item.RuleSetId);
            if (item.RuleId is { } rule)
            {
                json.WriteString("rule", rule);
            }

            json.WriteString("kind", Words.Of(item.Kind));
            json.WriteString("what", item.What);
            json.WriteBoolean("reached", item.IsReached);
            json.WriteString("path", item.Location.Path);
            json.WriteNumber("line", item.Location.Start.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
