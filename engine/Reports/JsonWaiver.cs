using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Waivers;

namespace PolicyCheck.Reports;

/// <summary>Writes the waiver that covers a finding as JSON.</summary>
internal static class JsonWaiver
{
    public static void Write(Utf8JsonWriter json, Waiver waiver)
    {
        json.WriteStartObject("waiver");
        json.WriteString("id", waiver.Id);
        WriteTerms(json, waiver);
        json.WriteString("path", waiver.Location.Path);
        JsonFinding.WriteLocation(json, waiver.Location);
        json.WriteEndObject();
    }

    /// <summary>Why, by whom and until when, as members of the object that is being written.</summary>
    public static void WriteTerms(Utf8JsonWriter json, Waiver waiver)
    {
        json.WriteString("reason", waiver.Reason);
        json.WriteString("grantor", waiver.Grantor);
        json.WriteString("authority", waiver.Authority);
        json.WriteString("requestedBy", waiver.RequestedBy);
        json.WriteString("from", IsoDate.Format(waiver.From));
        json.WriteString("to", IsoDate.Format(waiver.To));
        if (waiver.Renews is { } renews)
        {
            json.WriteString("renews", renews);
        }

        if (waiver.Document is { } document)
        {
            json.WriteString("document", document);
        }
    }
}
