using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Reports.Sarif;

/// <summary>Writes findings as results.</summary>
/// <param name="rules">The rules written before.</param>
/// <param name="taxonomies">The provisions.</param>
/// <param name="places">Where things are.</param>
/// <param name="messages">What results say.</param>
/// <param name="flow">How they came about.</param>
/// <param name="waives">Whether a result of the run is waived: then every one says whether it is.</param>
internal sealed class ResultWriter(RuleTable rules, Taxonomies taxonomies, Places places, ResultMessage messages, CodeFlow flow, bool waives)
{
    // GitHub takes as many places of a result.
    private const int MostLocations = 1_000;

    /// <summary>Writes a finding.</summary>
    public void Write(Utf8JsonWriter json, Occurrence occurrence)
    {
        // Of a rule that doesn't apply a sentence is enough: there are hundreds of them.
        var finding = occurrence.Finding;
        var speaks = finding.Outcome != RuleOutcome.NotApplicable;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.QualifiedId);
        json.WriteNumber("ruleIndex", rules.IndexOf(finding.Rule));
        json.WriteString("kind", ResultKind.Of(finding));
        json.WriteString("level", ResultKind.LevelOf(finding));
        json.WriteStartObject("message");
        json.WriteString("text", messages.Text(occurrence));
        if (speaks)
        {
            json.WriteString("markdown", messages.Markdown(occurrence));
        }

        json.WriteEndObject();
        json.WriteStartArray("locations");
        places.WritePrimary(json, finding.Location, finding.About?.Fact.Path ?? occurrence.Use.Use.Id, finding.About is not null, speaks ? Detail.Line : Detail.Snippet);
        json.WriteEndArray();
        WriteRelated(json, finding, speaks);
        if (speaks)
        {
            flow.Write(json, occurrence);
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("policycheckVerdict/v1", Fingerprint.Of(occurrence.Assessment, occurrence.Use, finding));
        json.WriteEndObject();
        if (finding.Baseline is { } baseline)
        {
            json.WriteString("baselineState", Words.Of(baseline));
        }

        WriteSuppressions(json, finding);
        taxonomies.WriteTaxa(json, finding);
        WriteProperties(json, occurrence);
        json.WriteEndObject();
    }

    private void WriteRelated(Utf8JsonWriter json, Finding finding, bool speaks)
    {
        json.WriteStartArray("relatedLocations");
        json.WriteStartObject();
        places.WriteRelated(json, finding.Rule.Location, Plain.Sentence($"the rule {finding.Rule.QualifiedId}: {finding.Rule.Title}"), 1);
        json.WriteEndObject();
        var id = 2;
        foreach (var fact in speaks ? finding.Facts.Take(MostLocations - 2) : [])
        {
            json.WriteStartObject();
            places.WriteRelated(json, fact.Location, Plain.Sentence($"stated: {FindingText.Fact(fact)} ({FindingText.Basis(fact)})"), id++);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteSuppressions(Utf8JsonWriter json, Finding finding)
    {
        if (!waives)
        {
            return;
        }

        json.WriteStartArray("suppressions");
        if (finding.Waiver is { } waiver)
        {
            json.WriteStartObject();
            json.WriteString("guid", Guid(waiver));
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", $"{Plain.Sentence(waiver.Reason)} {Plain.Sentence($"granted by {waiver.Grantor} ({waiver.Authority}), from {IsoDate.Format(waiver.From)} to {IsoDate.Format(waiver.To)}, both inclusive")}");
            json.WriteStartObject("location");
            places.WritePhysical(json, waiver.Location, Detail.Snippet);
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("waiver", waiver.Id);
            json.WriteString("grantor", waiver.Grantor);
            json.WriteString("authority", waiver.Authority);
            json.WriteString("from", IsoDate.Format(waiver.From));
            json.WriteString("to", IsoDate.Format(waiver.To));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, Occurrence occurrence)
    {
        var finding = occurrence.Finding;
        json.WriteStartObject("properties");
        json.WriteString("manifest", occurrence.Assessment.Manifest.Id);
        json.WriteString("use", occurrence.Use.Use.Id);
        json.WriteString("outcome", Words.Of(finding.Outcome));
        json.WriteString("severity", Words.Of(finding.Rule.Severity));
        json.WriteBoolean("advisory", finding.IsAdvisory);
        if (finding.Doubt is { } doubt)
        {
            json.WriteString("doubt", doubt);
        }

        if (!finding.Facts.IsEmpty)
        {
            json.WriteString("evidenceBasis", Words.Of(finding.Facts.Min(fact => fact.Basis)));
        }

        if (!finding.Missing.IsEmpty || !finding.MissingParameters.IsEmpty)
        {
            json.WriteStartArray("missing");
            foreach (var missing in finding.Missing.Select(fact => fact.Path).Concat(finding.MissingParameters))
            {
                json.WriteStringValue(missing);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // The same waiver has the same name in every run, in the form that the standard wants: name-based, as RFC 9562 calls it.
    private static string Guid(Waiver waiver)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', waiver.Location.Path, waiver.Id)));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }
}
