using System.Text.Json;
using PolicyCheck.Explanation;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Writes what was seen of each rule on each use: the outcome and the facts it turned on.</summary>
internal sealed class ObservationWriter(Report report, FindingMessage messages)
{
    /// <summary>Writes an observation.</summary>
    public void Write(Utf8JsonWriter json, Judgement judgement)
    {
        var finding = judgement.Finding;
        json.WriteString("uuid", judgement.Observation);
        json.WriteString("title", OscalText.Line($"{finding.Rule.QualifiedId} on {judgement.Use.Id}"));
        json.WriteString("description", OscalText.Paragraphs(OscalText.Sentence(messages.Lead(finding)), OscalText.List(messages.Reasons(finding))));
        Pieces.WriteProperties(json, ("rule", finding.Rule.QualifiedId), ("use", judgement.Use.Id), ("outcome", Words.Of(finding.Outcome)), ("fingerprint", judgement.Fingerprint));
        json.WriteStartArray("methods");
        if (finding.Facts.Any(fact => Stated(fact).Basis is Basis.Documented or Basis.Attested))
        {
            json.WriteStringValue("EXAMINE");
        }

        json.WriteStringValue("TEST");
        json.WriteEndArray();
        json.WriteStartArray("types");
        json.WriteStringValue("control-objective");
        json.WriteEndArray();
        Pieces.WriteList(json, "subjects", [judgement.Subject], subject =>
        {
            json.WriteString("subject-uuid", subject);
            json.WriteString("type", "inventory-item");
        });
        Pieces.WriteList(json, "relevant-evidence", finding.Facts, fact => WriteEvidence(json, fact, judgement.Manifest));
        json.WriteString("collected", OscalTime.Begin(report.AsOf));
    }

    private static void WriteEvidence(Utf8JsonWriter json, StatedFact fact, string manifest)
    {
        json.WriteString("href", Href.Web(Stated(fact).Source) ?? $"#{manifest}");
        json.WriteString("description", OscalText.Sentence($"stated: {FindingText.Fact(fact)} ({FindingText.Basis(fact)}, line {fact.Location.Start.Line})"));
        Pieces.WriteProperties(json, ("fact", fact.Fact.Path), ("basis", Words.Of(Stated(fact).Basis)));
    }

    private static StatedFact Stated(StatedFact fact) => fact.ImpliedBy is { } from ? Stated(from) : fact;
}
