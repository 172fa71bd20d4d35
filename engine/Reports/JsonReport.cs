using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

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
        var words = new FindingText(report.Vocabulary, report.AsOf);
        json.WriteStartObject();
        json.WriteString("schemaVersion", SchemaVersion);
        json.WriteString("asOf", IsoDate.Format(report.AsOf));
        json.WriteStartArray("manifests");
        foreach (var assessment in report.Assessments)
        {
            Write(json, assessment, words);
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

    private static void Write(Utf8JsonWriter json, Assessment assessment, FindingText words)
    {
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
                Write(json, finding, words);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("verdict", Words.Of(assessment.Verdict));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, FindingText words)
    {
        json.WriteStartObject();
        json.WriteString("ruleSet", finding.RuleSet.Id);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("title", finding.Rule.Title);
        json.WriteString("outcome", Words.Of(finding.Outcome));
        json.WriteString("reason", Words.Of(finding.Reason));
        json.WriteBoolean("advisory", finding.IsAdvisory);
        json.WriteString("severity", Words.Of(finding.Rule.Severity));
        json.WriteString("confidence", Words.Of(finding.Rule.Confidence));
        json.WriteString("citation", FindingText.Citation(finding.RuleSet, finding.Rule.Citation));
        json.WriteString("message", words.Message(finding));
        if (finding.Outcome == RuleOutcome.Fail)
        {
            json.WriteString("remedy", finding.Rule.Remedy);
        }

        if (finding.Doubt is { } doubt)
        {
            json.WriteString("doubt", doubt);
        }

        WriteFacts(json, finding);
        WriteExceptions(json, finding.Exceptions, words);
        WriteMissing(json, finding);
        if (!finding.Clashes.IsEmpty)
        {
            json.WriteStartArray("clashes");
            foreach (var permission in finding.Clashes)
            {
                json.WriteStringValue(permission.QualifiedId);
            }

            json.WriteEndArray();
        }

        WriteLocation(json, finding.Location);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("facts");
        foreach (var fact in finding.Facts)
        {
            json.WriteStartObject();
            json.WriteString("fact", fact.Fact.Path);
            json.WriteString("value", ValueText.Write(fact.Value, fact.Fact));
            json.WriteString("basis", Words.Of(fact.Basis));
            if (fact.Source is { } source)
            {
                json.WriteString("source", source);
            }

            if (fact.On is { } on)
            {
                json.WriteString("on", IsoDate.Format(on));
            }

            WriteLocation(json, fact.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExceptions(Utf8JsonWriter json, ImmutableArray<ReliefTrace> exceptions, FindingText words)
    {
        json.WriteStartArray("exceptions");
        foreach (var exception in exceptions)
        {
            json.WriteStartObject();
            json.WriteString("id", exception.Relief.Name);
            json.WriteString("title", exception.Relief.Title);
            json.WriteString("applies", Words.Of(exception.Truth));
            json.WriteString("citation", exception.Relief.Citation.ToString());
            json.WriteString("message", words.Exception(exception));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("missing");
        foreach (var fact in finding.Missing)
        {
            json.WriteStartObject();
            json.WriteString("fact", fact.Path);
            json.WriteString("question", fact.Question);
            json.WriteString("askWho", fact.AskWho);
            json.WriteEndObject();
        }

        foreach (var parameter in finding.MissingParameters)
        {
            json.WriteStartObject();
            json.WriteString("parameter", parameter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("path", diagnostic.Location.Path);
        json.WriteString("code", diagnostic.Code);
        json.WriteString("level", Words.Of(diagnostic.Level));
        json.WriteString("message", diagnostic.Message);
        json.WriteString("cure", diagnostic.Cure);
        WriteLocation(json, diagnostic.Location);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Location location)
    {
        var start = location.Start;
        json.WriteStartObject("location");
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteEndObject();
    }
}
