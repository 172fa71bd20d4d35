using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Oscal;

/// <summary>
/// Writes a report as assessment results of OSCAL: a result for each manifest, an observation for each rule judged, a finding where the rule
/// applies, and a risk where it is broken.
/// </summary>
internal static class OscalReport
{
    /// <summary>The version of the standard.</summary>
    public const string Version = "1.2.1";

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        // The standard wants another UUID for whatever else the document says, so it is made of all the rest.
        using var rest = new MemoryStream();
        Write(report, NameUuid.Of("unnamed"), rest);
        Write(report, NameUuid.Of("document", ContentDigest.Of(rest.GetBuffer().AsSpan(0, (int)rest.Length))), output);
    }

    private static void Write(Report report, string uuid, Stream output) => JsonOutput.WriteCompact(output, json =>
    {
        var identities = new Identities();
        var backMatter = new BackMatter(report, identities);
        json.WriteStartObject();
        json.WriteStartObject("assessment-results");
        json.WriteString("uuid", uuid);
        WriteMetadata(json, report);
        json.WriteStartObject("import-ap");
        json.WriteString("href", $"#{backMatter.Plan}");
        json.WriteEndObject();
        WriteObjectives(json, report, backMatter);
        WriteResults(json, report, new(report, identities, backMatter));
        backMatter.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteMetadata(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("metadata");
        json.WriteString("title", $"Assessment results of PolicyCheck as of {IsoDate.Format(report.AsOf)}");
        json.WriteString("last-modified", OscalTime.Begin(report.AsOf));
        json.WriteString("version", IsoDate.Format(report.AsOf));
        json.WriteString("oscal-version", Version);
        Pieces.WriteProperties(json, ("as-of", IsoDate.Format(report.AsOf)), ("engine-version", Report.EngineVersion), ("verdict", Words.Of(report.Verdict)));
        json.WriteString("remarks", Report.Notice);
        json.WriteEndObject();
    }

    // Of each rule that was judged, so that what findings name is found in the document.
    private static void WriteObjectives(Utf8JsonWriter json, Report report, BackMatter backMatter)
    {
        var judged = report.Assessments.SelectMany(assessment => assessment.Uses)
            .SelectMany(use => use.Findings)
            .Where(finding => finding.Reason == FindingReason.Evaluated)
            .DistinctBy(finding => finding.Rule.QualifiedId)
            .OrderBy(finding => finding.Rule.QualifiedId, StringComparer.Ordinal)
            .ToList();
        if (judged.Count == 0)
        {
            return;
        }

        json.WriteStartObject("local-definitions");
        Pieces.WriteLines(json, "objectives-and-methods", judged, (json, finding) =>
        {
            json.WriteString("control-id", ControlId.Of(finding.Rule));
            json.WriteString("description", OscalText.Line(FindingText.Citation(finding.RuleSet, finding.Rule.Citation)));
            Pieces.WriteProperties(json, ("rule", finding.Rule.QualifiedId), ("kind", Words.Of(finding.Rule.Kind)));
            Pieces.WriteLinks(json, "reference", backMatter.OfRuleSet(finding.RuleSet));
            Pieces.WriteList(json, "parts", [finding.Rule], rule =>
            {
                json.WriteString("id", ControlId.ObjectiveOf(rule));
                json.WriteString("name", "assessment-objective");
                json.WriteString("prose", OscalText.Sentence(rule.Title));
            });
        });
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, Report report, ResultWriter results)
    {
        json.WriteStartArray("results");
        foreach (var assessment in report.Assessments)
        {
            json.WriteStartObject();
            results.Write(json, assessment);
            json.WriteEndObject();
        }

        IEnumerable<string?> refused = report.RefusedPaths;
        foreach (var path in report.Assessments.IsEmpty ? refused.DefaultIfEmpty() : refused)
        {
            json.WriteStartObject();
            results.WriteNothing(json, path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
