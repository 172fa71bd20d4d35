using PolicyCheck.Baselines;
using PolicyCheck.Binding;

namespace PolicyCheck.Reports;

/// <summary>Writes baselines as <see cref="BaselineReader"/> reads them.</summary>
public static class BaselineFile
{
    /// <summary>Writes a baseline.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Baseline baseline, Stream output)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", Baseline.SchemaVersion);
            json.WriteString("asOf", IsoDate.Format(baseline.AsOf));
            json.WriteStartArray("findings");
            foreach (var entry in baseline.Entries)
            {
                json.WriteStartObject();
                json.WriteString("rule", entry.Rule);
                json.WriteString("path", entry.Path);
                json.WriteString("deployment", entry.Deployment);
                json.WriteString("use", entry.Use);
                json.WriteStartArray("places");
                foreach (var place in entry.Places)
                {
                    json.WriteStringValue(place);
                }

                json.WriteEndArray();
                json.WriteString("outcome", BaselineOutcome.Of(entry));
                json.WriteString("since", IsoDate.Format(entry.Since));
                json.WriteString("facts", entry.Facts);
                json.WriteString("fingerprint", entry.Fingerprint);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
