namespace PolicyCheck.Reports;

/// <summary>Writes what a check would go by as JSON.</summary>
public static class ConfigReport
{
    /// <summary>Writes settings.</summary>
    /// <param name="lines">The settings, in order.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(IEnumerable<ConfigLine> lines, Stream output)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", JsonReport.SchemaVersion);
            json.WriteStartArray("settings");
            foreach (var line in lines)
            {
                json.WriteStartObject();
                json.WriteString("name", line.Name);
                json.WriteString("value", line.Value);
                json.WriteString("from", line.From);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}

/// <summary>One setting.</summary>
/// <param name="Name">What is set.</param>
/// <param name="Value">To what; empty where it isn't set.</param>
/// <param name="From">Where the value comes from.</param>
public sealed record ConfigLine(string Name, string Value, string From);
