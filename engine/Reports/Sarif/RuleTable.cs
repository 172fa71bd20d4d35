using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Sarif;

/// <summary>The rules that results name, each once, in the order of the rule sets.</summary>
internal sealed class RuleTable
{
    // GitHub shows ten, and takes twenty.
    private const int MostTags = 10;

    private readonly ImmutableArray<(RuleSet Set, Rule Rule)> _rules;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly RuleHelp _help;

    public RuleTable(Report report, Selection selection)
    {
        _help = new(report);
        var named = selection.Results.Select(result => result.Finding.Rule.QualifiedId).ToHashSet(StringComparer.Ordinal);
        _rules = [.. report.RuleSets.SelectMany(set => set.Rules.Where(rule => named.Contains(rule.QualifiedId)).Select(rule => (set, rule)))];
        for (var i = 0; i < _rules.Length; i++)
        {
            _indexes.Add(_rules[i].Rule.QualifiedId, i);
        }
    }

    /// <summary>Where a rule stands among those written.</summary>
    public int IndexOf(Rule rule) => _indexes[rule.QualifiedId];

    /// <summary>Writes the rules.</summary>
    public void Write(Utf8JsonWriter json, Taxonomies taxonomies)
    {
        json.WriteStartArray("rules");
        foreach (var (set, rule) in _rules)
        {
            JsonOutput.WriteLine(json, line => Write(line, set, rule, taxonomies));
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, RuleSet set, Rule rule, Taxonomies taxonomies)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.QualifiedId);
        json.WriteString("name", Name(rule.Id));
        WriteText(json, "shortDescription", Plain.Sentence(rule.Title));
        WriteText(json, "fullDescription", $"{Plain.Sentence(_help.Demand(rule))} {Plain.Sentence($"{set.Title}, {rule.Citation.Locator}".TrimEnd(',', ' '))}");
        json.WriteStartObject("help");
        json.WriteString("text", _help.Text(set, rule));
        json.WriteString("markdown", _help.Markdown(set, rule));
        json.WriteEndObject();
        if (WebAddress.Of(set.FindSource(rule.Citation.SourceId)?.Url) is { } page)
        {
            json.WriteString("helpUri", page);
        }

        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", ResultKind.LevelOf(set, rule));
        json.WriteEndObject();
        taxonomies.WriteRelationships(json, rule);
        WriteProperties(json, set, rule);
        json.WriteEndObject();
    }

    // What GitHub ranks security findings by isn't given: the law isn't a vulnerability, and has no CVSS score.
    private static void WriteProperties(Utf8JsonWriter json, RuleSet set, Rule rule)
    {
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        foreach (var tag in set.Jurisdictions.Select(place => place.Code).Prepend(Words.Of(rule.Severity)).Prepend(Words.Of(rule.Kind)).Prepend(Words.Of(set.Standing)).Distinct(StringComparer.Ordinal).Take(MostTags))
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        json.WriteString("precision", set.FindSource(rule.Citation.SourceId) is { Read: ReadFrom.Recollection } ? "low" : Words.Of(rule.Confidence));
        json.WriteString("problem.severity", ResultKind.LevelOf(set, rule) is "note" ? "recommendation" : ResultKind.LevelOf(set, rule));
        json.WriteString("severity", Words.Of(rule.Severity));
        json.WriteString("standing", Words.Of(set.Standing));
        json.WriteBoolean("advisory", set.IsAdvisory);
        json.WriteEndObject();
    }

    // SARIF's viewers want names in the form of identifiers.
    private static string Name(string id) => string.Concat(id.Split('-', '_', '.').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
