using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Cures;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports;

/// <summary>Writes what a search for cures found as JSON.</summary>
internal static class JsonCure
{
    public static void Write(Utf8JsonWriter json, CureSearch search, DateOnly asOf)
    {
        Write(json, "cures", search.Cures);
        if (!search.Partial.IsEmpty)
        {
            Write(json, "partialCures", search.Partial);
        }

        json.WriteBoolean("curesAreAll", !search.IsCapped && !search.IsTooLarge);
        json.WriteStartArray("obstacles");
        var words = new CureText(asOf);
        foreach (var obstacle in search.Obstacles)
        {
            json.WriteStartObject();
            json.WriteString("use", obstacle.Use.Id);
            WriteRule(json, obstacle.Finding);
            json.WriteString("reason", Words.Of(obstacle.Kind));
            json.WriteString("message", words.Obstacle(obstacle));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<Cure> cures)
    {
        json.WriteStartArray(name);
        foreach (var cure in cures)
        {
            json.WriteStartObject();
            json.WriteStartArray("changes");
            foreach (var change in cure.Changes)
            {
                Write(json, change);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("kind", CureText.Kind(change.Kind));
        if (change.Use is { } use)
        {
            json.WriteString("use", use.Id);
        }

        if (change is { Fact: { } fact, To: { } to })
        {
            json.WriteString("fact", fact.Path);
            if (change.From is { } from)
            {
                json.WriteString("from", ValueText.Write(from, fact));
            }

            json.WriteString("to", ValueText.Write(to, fact));
        }

        json.WriteStartArray("for");
        foreach (var finding in change.For)
        {
            json.WriteStartObject();
            WriteRule(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("ruleSet", finding.RuleSet.Id);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("citation", FindingText.Citation(finding.RuleSet, finding.Rule.Citation));
    }
}
