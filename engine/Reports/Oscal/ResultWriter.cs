using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Writes what was found about each manifest, and of each file in which one was refused that nothing was.</summary>
internal sealed class ResultWriter(Report report, Identities identities, BackMatter backMatter)
{
    private readonly FindingText _words = new(report.Vocabulary, report.AsOf);

    /// <summary>Writes the result of a manifest.</summary>
    public void Write(Utf8JsonWriter json, Assessment assessment)
    {
        var manifest = assessment.Manifest;
        var resource = backMatter.OfManifest(manifest);
        var subjects = assessment.Uses.Select(use => (use.Use, Uuid: identities.Next("use", manifest.Path, manifest.Id, use.Use.Id))).ToList();
        var judgements = Judgements(assessment, resource, [.. subjects.Select(subject => subject.Uuid)]);
        Begin(json, identities.Next("result", manifest.Path, manifest.Id), $"{manifest.Id}: {manifest.Title}", $"the deployment {manifest.Title}, described in {manifest.Path}, is {Words.Of(assessment.Verdict)} on {IsoDate.Format(assessment.AsOf)}");
        WriteProperties(json, assessment.Verdict, ("manifest", manifest.Id), ("manifest-digest", manifest.Digest));
        Pieces.WriteLinks(json, "subject", resource);
        json.WriteStartObject("local-definitions");
        Pieces.WriteList(json, "inventory-items", subjects, subject =>
        {
            json.WriteString("uuid", subject.Uuid);
            json.WriteString("description", OscalText.Line(subject.Use.Title));
            Pieces.WriteProperties(json, ("manifest", manifest.Id), ("use", subject.Use.Id));
        });
        json.WriteEndObject();
        WriteReviewed(json, [.. judgements.Select(judgement => judgement.Finding.Rule)]);
        Write(json, judgements);
        Pieces.WriteText(json, "remarks", OscalText.Paragraphs(NotJudged(assessment), Problems(report.Diagnostics.Where(problem => problem.Location.Path == manifest.Path))));
    }

    /// <summary>Writes that of some manifests, or of all, nothing could be said.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="path">The file in which a manifest was refused, or null where there was none at all.</param>
    public void WriteNothing(Utf8JsonWriter json, string? path)
    {
        Begin(json, identities.Next("refused", path ?? ""), path is null ? "No manifest" : $"Refused: {path}", path is null ? "no manifest was assessed" : $"a manifest in {path} was refused, and nothing was assessed of it");
        WriteProperties(json, Verdict.Indeterminate);
        WriteReviewed(json, []);
        Pieces.WriteText(json, "remarks", Problems(report.Diagnostics.Where(problem => problem.Location.Path == path)));
    }

    private void Begin(Utf8JsonWriter json, string uuid, string title, string description)
    {
        json.WriteString("uuid", uuid);
        json.WriteString("title", OscalText.Line(title));
        json.WriteString("description", OscalText.Sentence(description));
        json.WriteString("start", OscalTime.Begin(report.AsOf));
        json.WriteString("end", OscalTime.Begin(report.AsOf));
    }

    private void WriteProperties(Utf8JsonWriter json, Verdict verdict, params IEnumerable<(string Name, string? Value)> more) => Pieces.WriteProperties(
        json,
        [("as-of", IsoDate.Format(report.AsOf)), ("engine-version", Report.EngineVersion), ("verdict", Words.Of(verdict)), .. more]);

    private ImmutableArray<Judgement> Judgements(Assessment assessment, string resource, ImmutableArray<string> subjects) =>
    [
        .. assessment.Uses.SelectMany((use, i) => use.Findings
            .Where(finding => finding.Reason == FindingReason.Evaluated)
            .Select(finding => new Judgement(use.Use, finding, Fingerprint.Of(assessment, use, finding), subjects[i], resource, identities))),
    ];

    private void Write(Utf8JsonWriter json, ImmutableArray<Judgement> judgements)
    {
        var messages = new FindingMessage(_words);
        var observations = new ObservationWriter(report, messages);
        var risks = new RiskWriter(_words);
        var findings = new FindingWriter(report, _words, messages);
        Pieces.WriteLines(json, "observations", judgements, observations.Write);
        Pieces.WriteLines(json, "risks", judgements.Where(judgement => judgement.Risk is not null), risks.Write);
        Pieces.WriteLines(json, "findings", judgements.Where(judgement => judgement.Conclusion is not null), findings.Write);
    }

    // The standard wants a selection; where no rule was judged it is of all without any.
    private void WriteReviewed(Utf8JsonWriter json, ImmutableArray<Rule> judged)
    {
        json.WriteStartObject("reviewed-controls");
        json.WriteStartArray("control-selections");
        json.WriteStartObject();
        if (judged.IsEmpty)
        {
            json.WriteString("description", "No rule was judged: those that there are are all left out.");
            json.WriteStartObject("include-all");
            json.WriteEndObject();
            WriteControls(json, "exclude-controls", report.RuleSets.SelectMany(set => set.Rules));
        }
        else
        {
            json.WriteString("description", "The rules that were judged, being in force and binding where the deployment is.");
            WriteControls(json, "include-controls", judged);
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteControls(Utf8JsonWriter json, string name, IEnumerable<Rule> rules) =>
        Pieces.WriteReferences(json, name, "control-id", rules.Select(ControlId.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string NotJudged(Assessment assessment)
    {
        var reasons = assessment.Uses.SelectMany(use => use.Findings)
            .Where(finding => finding.Reason != FindingReason.Evaluated)
            .GroupBy(finding => finding.Reason, finding => finding.Rule.QualifiedId)
            .OrderBy(group => group.Key)
            .Select(group => ($"Rules not judged, being {Words.Of(group.Key).Replace('-', ' ')}", string.Join(", ", group.Distinct(StringComparer.Ordinal))));
        return OscalText.List(reasons);
    }

    private static string Problems(IEnumerable<Diagnostic> problems) => OscalText.List(problems.Select(problem =>
        ($"{(problem.Level == DiagnosticLevel.Error ? "Error" : "Warning")} {problem.Code}", $"{problem.Message} (line {problem.Location.Start.Line}; cure: {problem.Cure})")));
}
