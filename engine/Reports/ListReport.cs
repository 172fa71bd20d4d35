using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports;

/// <summary>Writes what there is to check by as JSON: rule sets, or facts.</summary>
public static class ListReport
{
    /// <summary>Writes a list.</summary>
    /// <param name="vocabulary">The facts.</param>
    /// <param name="sets">The rule sets, in order.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="factsOnly">Whether the facts are listed, and not the rule sets.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Vocabulary vocabulary, IEnumerable<RuleSet> sets, DateOnly asOf, bool factsOnly, Stream output)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json => Write(json, vocabulary, sets, asOf, factsOnly));
    }

    private static void Write(Utf8JsonWriter json, Vocabulary vocabulary, IEnumerable<RuleSet> sets, DateOnly asOf, bool factsOnly)
    {
        json.WriteStartObject();
        json.WriteString("schemaVersion", JsonReport.SchemaVersion);
        json.WriteString("asOf", IsoDate.Format(asOf));
        json.WriteStartArray(factsOnly ? "facts" : "ruleSets");
        if (factsOnly)
        {
            foreach (var fact in vocabulary.Facts)
            {
                Write(json, fact);
            }
        }
        else
        {
            foreach (var set in sets)
            {
                Write(json, set, asOf);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RuleSet set, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteString("id", set.Id);
        json.WriteString("title", set.Title);
        json.WriteString("authority", set.Authority);
        json.WriteString("standing", Words.Of(set.Standing));
        WriteStrings(json, "jurisdictions", set.Jurisdictions.Select(place => place.Code));
        json.WriteStartArray("inForce");
        foreach (var period in set.InForce)
        {
            json.WriteStartObject();
            WriteDay(json, "from", period.Period.From);
            WriteDay(json, "until", period.Period.Until);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("isInForce", set.IsInForce(asOf));
        json.WriteString("read", Words.Of(set.WeakestReading));
        json.WriteString("digest", set.Digest);
        WriteStrings(json, "rules", set.Rules.Select(rule => rule.Id));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FactDeclaration fact)
    {
        json.WriteStartObject();
        json.WriteString("fact", fact.Path);
        json.WriteString("type", Words.Of(fact.Type));
        json.WriteString("unit", fact.Unit);
        WriteStrings(json, "values", fact.Values.Select(value => value.Value));
        json.WriteString("meaning", fact.Meaning);
        json.WriteString("question", fact.Question);
        json.WriteString("askWho", fact.AskWho);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } given)
        {
            json.WriteString(name, IsoDate.Format(given));
        }
    }
}
