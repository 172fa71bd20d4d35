using System.Text.Json;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports;

/// <summary>Writes what is wrong with inputs, for verbs whose output isn't a report of findings.</summary>
internal static class DiagnosticJson
{
    /// <summary>Writes the property <c>diagnostics</c>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="diagnostics">The diagnostics, in the order to keep.</param>
    public static void Write(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("level", Words.Of(diagnostic.Level));
            json.WriteString("path", diagnostic.Location.Path);
            json.WriteNumber("line", diagnostic.Location.Start.Line);
            json.WriteNumber("column", diagnostic.Location.Start.Column);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("cure", diagnostic.Cure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
