using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Reports.InToto;

/// <summary>Says all that was found, also what in-toto's own predicates have no words for: what is open and what would decide it, waivers, doubts, and rules that don't apply.</summary>
internal static class VerdictPredicate
{
    /// <summary>The predicate's type.</summary>
    public const string Type = "urn:policycheck:verdict:v1";

    /// <summary>Writes the fields.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="file">What it is said of.</param>
    public static void Write(Utf8JsonWriter json, Report report, AttestedFile file)
    {
        json.WriteString("asOf", IsoDate.Format(report.AsOf));
        json.WriteString("engineVersion", Report.EngineVersion);
        json.WriteString("verdict", Words.Of(file.Verdict));
        json.WriteStartObject("options");
        json.WriteBoolean("includeProposals", report.Options.IncludeProposals);
        json.WriteBoolean("strict", report.Options.Strict);
        json.WriteBoolean("advisoryCounts", report.Options.AdvisoryCounts);
        json.WriteString("minBasis", Words.Of(report.Options.MinBasis));
        json.WriteEndObject();
        Descriptors.WriteRuleSets(json, "ruleSets", report);
        json.WriteStartArray("deployments");
        foreach (var assessment in file.Assessments)
        {
            Write(json, assessment);
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in file.Problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.WriteString("level", Words.Of(problem.Level));
            json.WriteString("message", problem.Message);
            json.WriteString("cure", problem.Cure);
            json.WriteNumber("line", problem.Location.Start.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("notice", Report.Notice);
    }

    private static void Write(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject();
        json.WriteString("id", assessment.Manifest.Id);
        json.WriteString("title", assessment.Manifest.Title);
        json.WriteString("verdict", Words.Of(assessment.Verdict));
        json.WriteStartArray("uses");
        foreach (var use in assessment.Uses)
        {
            json.WriteStartObject();
            json.WriteString("id", use.Use.Id);
            json.WriteString("verdict", Words.Of(use.Verdict));
            json.WriteStartArray("findings");
            foreach (var finding in use.Findings)
            {
                Write(json, finding, Fingerprint.Of(assessment, use, finding));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.QualifiedId);
        json.WriteString("fingerprint", fingerprint);
        json.WriteString("outcome", Words.Of(finding.Outcome));
        json.WriteString("reason", Words.Of(finding.Reason));
        if (finding.Outcome != RuleOutcome.NotApplicable)
        {
            json.WriteString("severity", Words.Of(finding.Rule.Severity));
            json.WriteBoolean("advisory", finding.IsAdvisory);
            WriteReasons(json, finding);
        }

        json.WriteEndObject();
    }

    private static void WriteReasons(Utf8JsonWriter json, Finding finding)
    {
        WriteList(json, "missing", finding.Missing.Select(fact => fact.Path));
        WriteList(json, "missingParameters", finding.MissingParameters);
        if (!finding.MissingIsExact)
        {
            json.WriteBoolean("missingIsExact", false);
        }

        if (finding.Doubt is { } doubt)
        {
            json.WriteString("doubt", doubt);
        }

        if (finding.Defect is { } defect)
        {
            json.WriteString("defect", defect);
        }

        if (finding.Waiver is { } waiver)
        {
            Write(json, waiver);
        }

        if (finding.Baseline is { } state)
        {
            json.WriteString("baseline", Words.Of(state));
        }

        if (finding.BaselineSince is { } since)
        {
            json.WriteString("baselineSince", IsoDate.Format(since));
        }
    }

    private static void Write(Utf8JsonWriter json, Waiver waiver)
    {
        json.WriteStartObject("waiver");
        json.WriteString("id", waiver.Id);
        json.WriteString("reason", waiver.Reason);
        json.WriteString("grantor", waiver.Grantor);
        json.WriteString("authority", waiver.Authority);
        json.WriteString("from", IsoDate.Format(waiver.From));
        json.WriteString("to", IsoDate.Format(waiver.To));
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
