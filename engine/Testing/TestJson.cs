using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>Writes what came of tests as JSON.</summary>
public static class TestJson
{
    /// <summary>The version of the document's schema.</summary>
    public const string SchemaVersion = "1";

    /// <summary>Writes a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="diagnostics">What else is wrong with the tests, or with what they leave out.</param>
    /// <param name="more">Writes further members of the document, or null.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(TestRun run, IEnumerable<Diagnostic> diagnostics, Action<Utf8JsonWriter>? more, Stream output)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", SchemaVersion);
            json.WriteNumber("passed", run.Passed);
            json.WriteNumber("failed", run.Failed);
            json.WriteStartArray("files");
            foreach (var file in run.Files)
            {
                Write(json, file);
            }

            json.WriteEndArray();
            DiagnosticJson.Write(json, diagnostics);
            more?.Invoke(json);
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, TestFileRun file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.File.Path);
        json.WriteBoolean("valid", !file.File.HasErrors);
        json.WriteStartArray("ruleSets");
        foreach (var set in file.File.RuleSets)
        {
            json.WriteStringValue(set.Id);
        }

        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (var result in file.Results)
        {
            Write(json, result);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CaseResult result)
    {
        json.WriteStartObject();
        json.WriteString("name", result.Case.Name);
        json.WriteString("asOf", IsoDate.Format(result.Case.AsOf));
        json.WriteBoolean("passes", result.Passes);
        WritePlace(json, result.Case.Location);
        json.WriteStartObject("outcomes");
        foreach (var finding in result.Findings)
        {
            json.WriteString(finding.Rule.QualifiedId, Words.Of(finding.Outcome));
        }

        json.WriteEndObject();
        json.WriteString("verdict", Words.Of(result.Verdict));
        json.WriteStartArray("mismatches");
        foreach (var mismatch in result.Mismatches)
        {
            json.WriteStartObject();
            json.WriteString("subject", mismatch.Subject);
            json.WriteString("difference", mismatch.Difference);
            WritePlace(json, mismatch.Location);
            if (mismatch.Finding is { Rule.Location: var rule })
            {
                json.WriteString("rulePath", rule.Path);
                json.WriteNumber("ruleLine", rule.Start.Line);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Location location)
    {
        var start = location.Start;
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
    }
}
