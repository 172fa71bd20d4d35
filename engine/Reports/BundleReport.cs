using PolicyCheck.Bundles;
using PolicyCheck.Text;

namespace PolicyCheck.Reports;

/// <summary>Writes what a bundle holds as JSON.</summary>
public static class BundleReport
{
    /// <summary>Writes a bundle's name, the key it says it is signed with, and its files with their digests.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Bundle bundle, Stream output)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", JsonReport.SchemaVersion);
            json.WriteString("name", bundle.Name);
            json.WriteString("revision", bundle.Revision);
            json.WriteString("signedBy", bundle.SignedBy);
            json.WriteStartArray("files");
            foreach (var file in bundle.Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteString("digest", ContentDigest.Of(file.Content.Span));
                json.WriteNumber("bytes", file.Content.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
