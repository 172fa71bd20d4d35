using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports;

/// <summary>Writes what there is to check by as JSON: rule sets, or facts.</summary>
public static class ListReport
{
    /// <summary>Writes the facts that a manifest can state.</summary>
    /// <param name="vocabulary">The facts.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void WriteFacts(Vocabulary vocabulary, DateOnly asOf, Stream output)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(output);
        Write("facts", vocabulary.Facts, Write, asOf, output);
    }

    /// <summary>Writes rule sets.</summary>
    /// <param name="sets">The rule sets, in order.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="withCoverage">Whether each comes with what became of every provision of its text.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void WriteRuleSets(IEnumerable<RuleSet> sets, DateOnly asOf, bool withCoverage, Stream output)
    {
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(output);
        Write("ruleSets", sets, (json, set) => Write(json, set, asOf, withCoverage), asOf, output);
    }

    private static void Write<T>(string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write, DateOnly asOf, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("schemaVersion", JsonReport.SchemaVersion);
        json.WriteString("asOf", IsoDate.Format(asOf));
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, RuleSet set, DateOnly asOf, bool withCoverage)
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
        if (withCoverage)
        {
            Write(json, TextCoverage.Of(set));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TextCoverage coverage)
    {
        json.WriteBoolean("provisionsListed", coverage.IsListed);
        json.WriteStartArray("provisions");
        foreach (var provision in coverage.Provisions)
        {
            json.WriteStartObject();
            json.WriteString("citation", provision.Citation.ToString());
            json.WriteString("says", provision.Says);
            json.WriteString("status", Words.Of(provision.Status));
            if (provision.Rule is { } rule)
            {
                json.WriteString("rule", rule);
                WriteStrings(json, "judged", provision.Judged);
            }

            if (provision.Why is { } why)
            {
                json.WriteString("why", why);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
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
        json.WriteBoolean("judgement", fact.IsJudgement);
        json.WriteString("changeBy", Words.Of(fact.ChangeBy));
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
