using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Reports.Timelines;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Reports;

/// <summary>Writes a report as JSON, in a schema of its own whose version is <see cref="SchemaVersion"/>.</summary>
public static class JsonReport
{
    /// <summary>The version of the report's schema: the first number changes when something is taken away or means something else.</summary>
    public const string SchemaVersion = "1.0";

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json => Write(json, report));
    }

    private static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteString("schemaVersion", SchemaVersion);
        json.WriteString("asOf", IsoDate.Format(report.AsOf));
        if (report.Options.MinBasis != Basis.Claimed)
        {
            json.WriteString("minBasis", Words.Of(report.Options.MinBasis));
        }

        json.WriteStartArray("manifests");
        foreach (var assessment in report.Assessments)
        {
            Write(json, assessment, report);
        }

        json.WriteEndArray();
        json.WriteString("verdict", Words.Of(report.Verdict));
        json.WriteStartArray("ruleSets");
        foreach (var set in report.RuleSets)
        {
            json.WriteStartObject();
            json.WriteString("id", set.Id);
            json.WriteString("digest", set.Digest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in report.Diagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
        json.WriteString("notice", Report.Notice);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Assessment assessment, Report report)
    {
        var words = new FindingText(report.Vocabulary, assessment.AsOf);
        var margins = new FindingMargins(report.Vocabulary, assessment.AsOf);
        var search = report.CuresOf(assessment);
        json.WriteStartObject();
        json.WriteString("path", assessment.Manifest.Path);
        json.WriteString("id", assessment.Manifest.Id);
        json.WriteString("title", assessment.Manifest.Title);
        json.WriteStartArray("uses");
        foreach (var use in assessment.Uses)
        {
            json.WriteStartObject();
            json.WriteString("id", use.Use.Id);
            json.WriteString("verdict", Words.Of(use.Verdict));
            json.WriteStartArray("findings");
            foreach (var finding in use.Findings)
            {
                JsonFinding.Write(json, finding, words, margins);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("verdict", Words.Of(assessment.Verdict));
        WriteOutlook(json, assessment, report);
        if (assessment.Basis is { } basis)
        {
            json.WriteString("basis", Words.Of(basis));
        }

        if (search is not null)
        {
            JsonCure.Write(json, search, words.AsOf);
        }

        json.WriteEndObject();
    }

    private static void WriteOutlook(Utf8JsonWriter json, Assessment assessment, Report report)
    {
        if (report.Outlook?.Period(assessment.Manifest) is { } period)
        {
            json.WriteStartObject("period");
            json.WriteString("from", IsoDate.Format(period.From));
            json.WriteString("until", IsoDate.Format(period.Until));
            json.WriteString("judgedOn", IsoDate.Format(assessment.AsOf));
            if (Outlook.FirstFailing(period) is { } day)
            {
                json.WriteString("compliantUntil", IsoDate.Format(day));
            }

            TimelineJson.WriteStretches(json, "stretches", period.Verdicts());
            json.WriteEndObject();
        }

        if (report.Outlook?.Coming(assessment.Manifest) is { } coming)
        {
            TimelineJson.WriteChanges(json, "coming", coming);
        }
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("path", diagnostic.Location.Path);
        json.WriteString("code", diagnostic.Code);
        json.WriteString("level", Words.Of(diagnostic.Level));
        json.WriteString("message", diagnostic.Message);
        json.WriteString("cure", diagnostic.Cure);
        JsonFinding.WriteLocation(json, diagnostic.Location);
        json.WriteEndObject();
    }
}
