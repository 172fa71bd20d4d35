using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Loading;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Sarif;

/// <summary>The files that results name: manifests, rules and waivers.</summary>
internal sealed class Artifacts
{
    private const string RulesBase = "POLICYCHECK_RULES";

    private static readonly Lazy<FrozenDictionary<string, string>> BuiltIn = new(() =>
        BuiltInRules.Files.ToFrozenDictionary(file => file.Path, file => ContentDigest.Of(file.Content.Span), StringComparer.Ordinal));

    private readonly ImmutableArray<Artifact> _files;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public Artifacts(Report report, Selection selection)
    {
        var manifests = report.Assessments.Select(assessment => new Artifact(assessment.Manifest.Path, assessment.Manifest.Digest, "analysisTarget"))
            .Concat(report.Diagnostics.Select(diagnostic => new Artifact(diagnostic.Location.Path, "", "analysisTarget")));
        var sets = report.RuleSets.ToDictionary(set => set.Id, StringComparer.Ordinal);
        var rules = selection.Results
            .SelectMany(result => result.Finding.Exceptions.Select(exception => exception.Relief.RuleSetId).Prepend(result.Finding.RuleSet.Id))
            .Distinct(StringComparer.Ordinal)
            .Select(id => sets[id])
            .Select(set => new Artifact(set.Location.Path, set.Digest, "policy", BuiltIn.Value.GetValueOrDefault(set.Location.Path) == set.Digest));
        var waivers = selection.Results.Select(result => result.Finding.Waiver).OfType<Waivers.Waiver>().Select(waiver => new Artifact(waiver.Location.Path, "", "userSpecifiedConfiguration"));
        _files = [.. manifests.Concat(rules).Concat(waivers).DistinctBy(file => file.Path)];
        for (var i = 0; i < _files.Length; i++)
        {
            _indexes.Add(_files[i].Path, i);
        }
    }

    /// <summary>Writes where a file is.</summary>
    public void WriteLocation(Utf8JsonWriter json, string name, string path)
    {
        json.WriteStartObject(name);
        json.WriteString("uri", RelativeUri.Of(path));
        if (_indexes.TryGetValue(path, out var index))
        {
            if (_files[index].IsBuiltIn)
            {
                json.WriteString("uriBaseId", RulesBase);
            }

            json.WriteNumber("index", index);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the list of files, and what the names are relative to that aren't in the reader's repository.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (_files.Any(file => file.IsBuiltIn))
        {
            json.WriteStartObject("originalUriBaseIds");
            json.WriteStartObject(RulesBase);
            json.WriteStartObject("description");
            json.WriteString("text", "The source code of PolicyCheck: these rules are built into the program, and aren't files of the repository that is checked.");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("artifacts");
        foreach (var file in _files)
        {
            json.WriteStartObject();
            WriteLocation(json, "location", file.Path);
            json.WriteStartArray("roles");
            json.WriteStringValue(file.Role);
            if (file.Path == "-")
            {
                json.WriteStringValue("standardStream");
            }

            json.WriteEndArray();
            if (file.Digest.Split(':') is ["sha256", var hash])
            {
                json.WriteStartObject("hashes");
                json.WriteString("sha-256", hash);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private sealed record Artifact(string Path, string Digest, string Role, bool IsBuiltIn = false);
}
