using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Sarif;

/// <summary>Writes what went wrong in the run itself: manifests that were refused, rules that couldn't be evaluated, results there was no room for.</summary>
internal sealed class Invocation(Report report, Selection selection, RuleTable rules, Places places)
{
    /// <summary>Writes the run; it succeeded where every manifest was judged by every rule.</summary>
    public void Write(Utf8JsonWriter json)
    {
        var defects = selection.Results.Where(result => result.Finding.Outcome == RuleOutcome.Error).ToList();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", !report.HasInvalidInput && defects.Count == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var diagnostic in report.Diagnostics)
        {
            Begin(json, diagnostic.Code, Level(diagnostic.Level), $"{Plain.Sentence(diagnostic.Message)} {Plain.Sentence($"cure: {diagnostic.Cure}")}");
            WriteLocation(json, diagnostic.Location);
            json.WriteEndObject();
        }

        foreach (var finding in defects.Select(defect => defect.Finding))
        {
            Begin(json, "rule-not-evaluated", "error", Plain.Sentence($"{finding.Rule.QualifiedId} could not be evaluated: {finding.Defect}"));
            WriteLocation(json, finding.Location);
            json.WriteStartObject("associatedRule");
            json.WriteString("id", finding.Rule.QualifiedId);
            json.WriteNumber("index", rules.IndexOf(finding.Rule));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        foreach (var (outcome, count) in selection.LeftOut.Reverse())
        {
            Begin(json, "results-left-out", "warning", $"Results left out that have the outcome {Words.Of(outcome)}: {count}. No more than {Selection.MostResults} are taken: check fewer manifests at once, or read the format json.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Level(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => "error",
        DiagnosticLevel.Warning => "warning",
        _ => "note",
    };

    private static void Begin(Utf8JsonWriter json, string code, string level, string message)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", code);
        json.WriteEndObject();
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", message);
        json.WriteEndObject();
    }

    private void WriteLocation(Utf8JsonWriter json, Location location)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        places.WritePhysical(json, location, Detail.Snippet);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
