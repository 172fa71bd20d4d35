using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Writes what follows of each rule that applies: whether its objective is met.</summary>
internal sealed class FindingWriter(Report report, FindingText words, FindingMessage messages)
{
    /// <summary>Writes a finding.</summary>
    public void Write(Utf8JsonWriter json, Judgement judgement)
    {
        var finding = judgement.Finding;
        json.WriteString("uuid", judgement.Conclusion);
        json.WriteString("title", OscalText.Line(finding.Rule.Title));
        json.WriteString("description", OscalText.Paragraphs(OscalText.Sentence(messages.Lead(finding)), OscalText.List(FindingMessage.Details(finding, [judgement.Use.Id]))));
        Pieces.WriteProperties(
            json,
            ("rule", finding.Rule.QualifiedId),
            ("use", judgement.Use.Id),
            ("outcome", Words.Of(finding.Outcome)),
            ("severity", Words.Of(finding.Rule.Severity)),
            ("confidence", Words.Of(finding.Rule.Confidence)),
            ("advisory", finding.IsAdvisory ? "yes" : "no"),
            ("baseline", finding.Baseline is { } state ? Words.Of(state) : null),
            ("baseline-since", finding.BaselineSince is { } since ? IsoDate.Format(since) : null),
            ("waiver", finding.Waiver?.Id),
            ("fingerprint", judgement.Fingerprint));
        json.WriteStartObject("target");
        json.WriteString("type", "objective-id");
        json.WriteString("target-id", ControlId.ObjectiveOf(finding.Rule));
        json.WriteStartObject("status");
        json.WriteString("state", TargetStatus.StateOf(finding));
        json.WriteString("reason", TargetStatus.ReasonOf(finding, report.Options));
        Pieces.WriteText(json, "remarks", TargetStatus.RemarksOf(finding, words));
        json.WriteEndObject();
        json.WriteEndObject();
        Pieces.WriteReferences(json, "related-observations", "observation-uuid", judgement.Observation);
        Pieces.WriteReferences(json, "related-risks", "risk-uuid", judgement.Risk is { } risk ? [risk] : []);
    }
}
