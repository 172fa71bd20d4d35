using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Reports;
using PolicyCheck.Waivers;

namespace PolicyCheck.Registers;

/// <summary>Writes a list of waivers as JSON.</summary>
public static class WaiverListJson
{
    /// <summary>Writes the list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(WaiverList list, Stream output)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", JsonReport.SchemaVersion);
            json.WriteString("asOf", IsoDate.Format(list.AsOf));
            json.WriteStartArray("waivers");
            foreach (var entry in list.Entries)
            {
                Write(json, list, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, WaiverList list, WaiverEntry entry)
    {
        var waiver = entry.Waiver;
        json.WriteStartObject();
        json.WriteString("id", waiver.Id);
        json.WriteString("state", list.State(entry).Replace(' ', '-'));
        if (entry.StateOn(list.AsOf) == WaiverState.InForce)
        {
            json.WriteNumber("daysLeft", waiver.To.DayNumber - list.AsOf.DayNumber);
        }

        json.WriteString("rule", waiver.Rule);
        json.WriteString("deployment", waiver.Deployment);
        if (waiver.Digest is { } digest)
        {
            json.WriteString("digest", digest);
        }

        WriteTexts(json, "uses", waiver.Uses);
        JsonWaiver.WriteTerms(json, waiver);
        json.WriteBoolean("conditional", waiver.Conditions is not null);
        json.WriteNumber("renewals", entry.Renewals);
        json.WriteBoolean("renewed", entry.IsRenewed);
        WriteTexts(json, "voidBecause", entry.Voids.Select(diagnostic => diagnostic.Message));
        json.WriteString("path", waiver.Location.Path);
        JsonFinding.WriteLocation(json, waiver.Location);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
