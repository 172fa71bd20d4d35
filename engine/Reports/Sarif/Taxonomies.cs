using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Reports.Sarif;

/// <summary>The provisions that rules and exceptions cite: one taxonomy for each instrument, one taxon for each provision.</summary>
internal sealed class Taxonomies
{
    private readonly ImmutableArray<RuleSet> _sets;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Citation>> _taxa = new(StringComparer.Ordinal);

    public Taxonomies(Report report, Selection selection)
    {
        foreach (var finding in selection.Results.Select(result => result.Finding))
        {
            foreach (var (set, citation) in Cited(finding))
            {
                var taxa = _taxa.TryGetValue(set, out var known) ? known : _taxa[set] = [];
                if (!taxa.Exists(other => Id(other) == Id(citation)))
                {
                    taxa.Add(citation);
                }
            }
        }

        _sets = [.. report.RuleSets.Where(set => _taxa.ContainsKey(set.Id))];
        for (var i = 0; i < _sets.Length; i++)
        {
            _indexes.Add(_sets[i].Id, i);
        }
    }

    /// <summary>Writes references to the instruments.</summary>
    public void WriteSupported(Utf8JsonWriter json)
    {
        json.WriteStartArray("supportedTaxonomies");
        foreach (var set in _sets)
        {
            json.WriteStartObject();
            WriteName(json, set.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the instruments and their provisions.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("taxonomies");
        foreach (var set in _sets)
        {
            JsonOutput.WriteLine(json, line => Write(line, set));
        }

        json.WriteEndArray();
    }

    /// <summary>Writes which provision a rule follows from.</summary>
    public void WriteRelationships(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartArray("relationships");
        json.WriteStartObject();
        json.WriteStartObject("target");
        WriteReference(json, rule.RuleSetId, rule.Citation);
        json.WriteEndObject();
        json.WriteStartArray("kinds");
        json.WriteStringValue("superset");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Writes the provisions that a result is about: the rule's, and those of the exceptions that apply.</summary>
    public void WriteTaxa(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("taxa");
        var applying = finding.Exceptions.Where(exception => exception.Truth == Truth.True).Select(exception => (exception.Relief.RuleSetId, exception.Relief.Citation));
        foreach (var (set, citation) in applying.Prepend((finding.RuleSet.Id, finding.Rule.Citation)).DistinctBy(cited => (cited.Item1, Id(cited.Citation))))
        {
            json.WriteStartObject();
            WriteReference(json, set, citation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, RuleSet set)
    {
        json.WriteStartObject();
        json.WriteString("name", set.Id);
        json.WriteString("fullName", set.Title);
        json.WriteString("organization", set.Authority);
        WriteText(json, "shortDescription", set.Summary);
        if (set.Sources.Select(source => WebAddress.Of(source.Url)).OfType<string>().FirstOrDefault() is { } address)
        {
            json.WriteString("informationUri", address);
        }

        json.WriteBoolean("isComprehensive", false);
        json.WriteStartArray("taxa");
        foreach (var citation in _taxa[set.Id])
        {
            json.WriteStartObject();
            json.WriteString("id", Id(citation));
            WriteText(json, "shortDescription", FindingText.Citation(set, citation));
            if (WebAddress.Of(set.FindSource(citation.SourceId)?.Url) is { } page)
            {
                json.WriteString("helpUri", page);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Set, Citation Citation)> Cited(Finding finding) =>
        finding.Exceptions.Select(exception => (exception.Relief.RuleSetId, exception.Relief.Citation)).Prepend((finding.RuleSet.Id, finding.Rule.Citation));

    private static string Id(Citation citation) => citation.ToString();

    private void WriteReference(Utf8JsonWriter json, string set, Citation citation)
    {
        json.WriteString("id", Id(citation));
        json.WriteNumber("index", _taxa[set].FindIndex(other => Id(other) == Id(citation)));
        json.WriteStartObject("toolComponent");
        WriteName(json, set);
        json.WriteEndObject();
    }

    private void WriteName(Utf8JsonWriter json, string set)
    {
        json.WriteString("name", set);
        json.WriteNumber("index", _indexes[set]);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Plain.Sentence(text));
        json.WriteEndObject();
    }
}
