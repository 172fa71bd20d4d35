using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Sarif;

/// <summary>Writes a report as SARIF 2.1.0, with every rule that binds on the day and in the place, also where it is kept or doesn't apply.</summary>
/// <remarks>
/// There are no <c>automationDetails</c>: they would keep those who upload the results of several jobs from naming a category for each.
/// </remarks>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output) => Write(report, Selection.Of(report), output);

    /// <summary>
    /// Writes of a report only what is broken, waived or open. GitHub's code scanning overlooks the kinds of results and takes each for an
    /// alert, so that hundreds of rules that are kept or don't apply would bury those that are broken.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void WriteAlerts(Report report, Stream output) => Write(report, Selection.Of(report, alertsOnly: true), output);

    private static void Write(Report report, Selection selection, Stream output) => JsonOutput.WriteCompact(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        WriteRun(json, report, selection);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteRun(Utf8JsonWriter json, Report report, Selection selection)
    {
        var words = new FindingText(report.Vocabulary, report.AsOf);
        var messages = new ResultMessage(words);
        var rules = new RuleTable(report, selection);
        var taxonomies = new Taxonomies(report, selection);
        var artifacts = new Artifacts(report, selection);
        var places = new Places(artifacts);
        var flow = new CodeFlow(report.Vocabulary, words, messages, places);
        var results = new ResultWriter(rules, taxonomies, places, messages, flow, selection.Results.Any(result => result.Finding.Waiver is not null));
        json.WriteStartObject();
        WriteTool(json, rules, taxonomies);
        new Invocation(report, selection, rules, places).Write(json);
        json.WriteString("language", "en");
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteString("defaultEncoding", "utf-8");
        json.WriteStartArray("newlineSequences");
        json.WriteStringValue("\r\n");
        json.WriteStringValue("\n");
        json.WriteStringValue("\r");
        json.WriteEndArray();
        artifacts.Write(json);
        json.WriteStartArray("results");
        foreach (var result in selection.Results)
        {
            JsonOutput.WriteLine(json, line => results.Write(line, result));
        }

        json.WriteEndArray();
        taxonomies.Write(json);
        WriteProperties(json, report);
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, RuleTable rules, Taxonomies taxonomies)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PolicyCheck");
        json.WriteString("semanticVersion", Report.EngineVersion);
        rules.Write(json, taxonomies);
        taxonomies.WriteSupported(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("properties");
        json.WriteString("asOf", IsoDate.Format(report.AsOf));
        json.WriteString("verdict", Words.Of(report.Verdict));
        json.WriteStartArray("manifests");
        foreach (var assessment in report.Assessments)
        {
            json.WriteStartObject();
            json.WriteString("path", assessment.Manifest.Path);
            json.WriteString("id", assessment.Manifest.Id);
            json.WriteString("digest", assessment.Manifest.Digest);
            json.WriteString("verdict", Words.Of(assessment.Verdict));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ruleSets");
        foreach (var set in report.RuleSets)
        {
            json.WriteStartObject();
            json.WriteString("id", set.Id);
            json.WriteString("digest", set.Digest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("notice", Report.Notice);
        json.WriteEndObject();
    }
}
