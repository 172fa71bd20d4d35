using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Writes each broken rule as a risk with its cure; a waiver is a deviation that was approved until its last day.</summary>
internal sealed class RiskWriter(FindingText words)
{
    /// <summary>Writes a risk.</summary>
    public void Write(Utf8JsonWriter json, Judgement judgement)
    {
        var finding = judgement.Finding;
        var waiver = finding.Waiver;
        json.WriteString("uuid", judgement.Risk);
        json.WriteString("title", OscalText.Line(finding.Rule.Title));
        json.WriteString("description", OscalText.Paragraphs(
            OscalText.Sentence($"the use {judgement.Use.Id} breaks {finding.Rule.QualifiedId}: {words.Why(finding)}"),
            waiver is null ? "" : OscalText.Sentence($"waived from {IsoDate.Format(waiver.From)} to {IsoDate.Format(waiver.To)}, both inclusive, by {waiver.Grantor} ({waiver.Authority}): {waiver.Reason}")));
        json.WriteString("statement", OscalText.Sentence($"{FindingText.Citation(finding.RuleSet, finding.Rule.Citation)}: {finding.Rule.Title}"));
        Pieces.WriteProperties(
            json,
            ("rule", finding.Rule.QualifiedId),
            ("severity", Words.Of(finding.Rule.Severity)),
            ("advisory", finding.IsAdvisory ? "yes" : "no"),
            ("waiver", waiver?.Id),
            ("waiver-grantor", waiver?.Grantor),
            ("waiver-authority", waiver?.Authority),
            ("waiver-from", waiver is null ? null : IsoDate.Format(waiver.From)),
            ("waiver-to", waiver is null ? null : IsoDate.Format(waiver.To)));
        json.WriteString("status", finding.Outcome == RuleOutcome.Waived ? "deviation-approved" : "open");
        if (waiver is not null)
        {
            json.WriteString("deadline", OscalTime.End(waiver.To));
        }

        Pieces.WriteList(json, "remediations", [finding.Rule.Remedy], remedy =>
        {
            json.WriteString("uuid", judgement.Identities.Next("remediation", judgement.Fingerprint));
            json.WriteString("lifecycle", "recommendation");
            json.WriteString("title", OscalText.Line($"Cure of {finding.Rule.QualifiedId}"));
            json.WriteString("description", OscalText.Line(remedy));
        });
        Pieces.WriteReferences(json, "related-observations", "observation-uuid", judgement.Observation);
    }
}
