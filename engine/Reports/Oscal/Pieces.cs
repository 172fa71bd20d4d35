using System.Text.Json;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Writes the pieces that most things of OSCAL have. The standard has no empty lists.</summary>
internal static class Pieces
{
    private const string Namespace = "urn:policycheck:oscal";

    /// <summary>Writes properties of ours; one without a value is left out.</summary>
    public static void WriteProperties(Utf8JsonWriter json, params IEnumerable<(string Name, string? Value)> properties) =>
        WriteList(json, "props", properties.Select(property => (property.Name, Value: OscalText.Value(property.Value ?? ""))).Where(property => property.Value.Length > 0), property =>
        {
            json.WriteString("name", property.Name);
            json.WriteString("ns", Namespace);
            json.WriteString("value", property.Value);
        });

    /// <summary>Writes links to things of the document.</summary>
    public static void WriteLinks(Utf8JsonWriter json, string relation, params IEnumerable<string> uuids) => WriteList(json, "links", uuids, uuid =>
    {
        json.WriteString("href", $"#{uuid}");
        json.WriteString("rel", relation);
    });

    /// <summary>Writes references, each an object with one key.</summary>
    public static void WriteReferences(Utf8JsonWriter json, string name, string key, params IEnumerable<string> values) =>
        WriteList(json, name, values, value => json.WriteString(key, value));

    /// <summary>Writes a text where it isn't empty.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes a list of objects, and nothing where it is empty.</summary>
    public static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write) =>
        WriteArray(json, name, items, item => WriteObject(json, () => write(item)));

    /// <summary>Writes a list of objects, each on a line of its own, and nothing where it is empty.</summary>
    public static void WriteLines<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write) =>
        WriteArray(json, name, items, item => JsonOutput.WriteLine(json, line => WriteObject(line, () => write(line, item))));

    private static void WriteObject(Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        var isEmpty = true;
        foreach (var item in items)
        {
            if (isEmpty)
            {
                json.WriteStartArray(name);
                isEmpty = false;
            }

            write(item);
        }

        if (!isEmpty)
        {
            json.WriteEndArray();
        }
    }
}
