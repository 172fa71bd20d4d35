using PolicyCheck.Reports;
using PolicyCheck.Tables;

namespace PolicyCheck.Importing;

/// <summary>Writes what became of a table as JSON.</summary>
public static class ImportJson
{
    /// <summary>The version of the document's schema.</summary>
    public const string SchemaVersion = "1";

    /// <summary>Writes a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="table">The table.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(ImportResult result, ImportMapping mapping, Table table, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(table);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", SchemaVersion);
            json.WriteString("table", table.Source.Path);
            json.WriteString("encoding", table.Encoding);
            json.WriteString("mapping", mapping.Id);
            json.WriteNumber("imported", result.Imported.Count());
            json.WriteNumber("unread", result.Unread.Count());
            json.WriteNumber("unclear", result.Unclear.Count());
            json.WriteNumber("other", result.Others.Count());
            json.WriteStartArray("rows");
            foreach (var row in result.Rows)
            {
                json.WriteStartObject();
                json.WriteNumber("line", row.Line);
                json.WriteString("name", row.Name);
                json.WriteString("title", row.Title);
                json.WriteString("is", row.IsRead ? ImportMappingReader.Kinds[(int)row.Kind] : "unread");
                json.WriteString("why", row.Why);
                json.WriteString("manifest", row.IsImported ? row.ManifestId : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            DiagnosticJson.Write(json, result.Diagnostics);
            json.WriteEndObject();
        });
    }
}
