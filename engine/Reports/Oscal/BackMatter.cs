using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Writes what the document refers to: how it was assessed, the manifests, and the texts that the rules are of.</summary>
internal sealed class BackMatter
{
    private readonly Report _report;
    private readonly Dictionary<(string Path, string Digest), string> _manifests = [];
    private readonly Dictionary<string, string> _ruleSets = new(StringComparer.Ordinal);

    public BackMatter(Report report, Identities identities)
    {
        _report = report;
        Plan = identities.Next("plan", Report.EngineVersion);
        foreach (var assessment in report.Assessments)
        {
            var file = (assessment.Manifest.Path, assessment.Manifest.Digest);
            if (!_manifests.ContainsKey(file))
            {
                _manifests.Add(file, identities.Next("manifest", file.Path, file.Digest));
            }
        }

        foreach (var set in report.RuleSets)
        {
            _ruleSets.Add(set.Id, identities.Next("rule-set", set.Id, set.Digest));
        }
    }

    /// <summary>The UUID of the resource that stands for the plan.</summary>
    public string Plan { get; }

    /// <summary>The UUID of the resource of a manifest's file.</summary>
    public string OfManifest(Manifest manifest) => _manifests[(manifest.Path, manifest.Digest)];

    /// <summary>The UUID of the resource of a rule set.</summary>
    public string OfRuleSet(RuleSet set) => _ruleSets[set.Id];

    /// <summary>Writes the resources.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("back-matter");
        json.WriteStartArray("resources");
        WritePlan(json);
        foreach (var ((path, digest), uuid) in _manifests)
        {
            WriteManifest(json, path, digest, uuid);
        }

        foreach (var set in _report.RuleSets)
        {
            WriteRuleSet(json, set);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WritePlan(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("uuid", Plan);
        json.WriteString("title", "How the manifests are assessed");
        json.WriteString("description", "PolicyCheck judges each use that a manifest describes by every rule that is in force on the day and binds where the deployment is, from the facts that the manifest states; a fact that isn't stated is unknown. There is no other assessment plan.");
        Pieces.WriteProperties(
            json,
            ("engine-version", Report.EngineVersion),
            ("as-of", IsoDate.Format(_report.AsOf)),
            ("include-proposals", _report.Options.IncludeProposals ? "yes" : "no"),
            ("strict", _report.Options.Strict ? "yes" : "no"),
            ("advisory-counts", _report.Options.AdvisoryCounts ? "yes" : "no"),
            ("min-basis", Words.Of(_report.Options.MinBasis)),
            ("baseline", _report.Baseline?.Path),
            ("baseline-as-of", _report.Baseline is { } baseline ? IsoDate.Format(baseline.AsOf) : null));
        json.WriteEndObject();
    }

    private static void WriteManifest(Utf8JsonWriter json, string path, string digest, string uuid)
    {
        json.WriteStartObject();
        json.WriteString("uuid", uuid);
        json.WriteString("title", OscalText.Line(path));
        Pieces.WriteProperties(json, ("path", path), ("digest", digest));
        Pieces.WriteList<string>(json, "rlinks", Href.File(path) is { } href ? [href] : [], file =>
        {
            json.WriteString("href", file);
            Pieces.WriteList<string>(json, "hashes", digest.Split(':') is ["sha256", var hash] ? [hash] : [], value =>
            {
                json.WriteString("algorithm", "SHA-256");
                json.WriteString("value", value);
            });
        });
        json.WriteEndObject();
    }

    private void WriteRuleSet(Utf8JsonWriter json, RuleSet set)
    {
        json.WriteStartObject();
        json.WriteString("uuid", OfRuleSet(set));
        json.WriteString("title", OscalText.Line(set.Title));
        json.WriteString("description", OscalText.Paragraphs(OscalText.Line(set.Summary), OscalText.List(set.Sources.Select(source => ("Source", $"{source.Title} ({Words.Of(source.Read)}){(source.Url is { } url ? $": {url}" : "")}")))));
        Pieces.WriteProperties(json, ("rule-set", set.Id), ("digest", set.Digest), ("authority", set.Authority), ("standing", Words.Of(set.Standing)));
        json.WriteStartObject("citation");
        json.WriteString("text", OscalText.Line($"{set.Title} ({set.Authority})"));
        json.WriteEndObject();
        Pieces.WriteReferences(json, "rlinks", "href", set.Sources.Select(source => Href.Web(source.Url)).OfType<string>().Distinct(StringComparer.Ordinal));
        json.WriteEndObject();
    }
}
