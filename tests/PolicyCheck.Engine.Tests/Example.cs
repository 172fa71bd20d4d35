using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Tests;

/// <summary>Small rule sets and manifests as texts, and what the engine makes of them.</summary>
internal static class Example
{
    public const string Today = "2021-06-15";

    public const string Vocabulary = """
        vocabulary: example
        facts:
          police: {type: flag, meaning: Whether the police run it, question: Do the police run it?, askWho: operator}
          consent: {type: flag, meaning: Whether people agreed, question: Did people agree?, askWho: operator}
          vendor: {type: text, meaning: who makes it, question: Who makes it?, askWho: operator}
          sector: {type: choice, values: {retail: shops, transport: trains, police: police}, meaning: the sector, question: Which sector?, askWho: operator}
          roles: {type: choices, values: {employer: work, landlord: rent, retailer: shop}, meaning: the roles, question: Which roles?, askWho: operator}
          cameras: {type: number, unit: count, meaning: the cameras, question: How many cameras?, askWho: operator}
          threshold: {type: number, unit: ratio, meaning: the threshold, question: Which threshold?, askWho: vendor}
          price: {type: number, unit: EUR, meaning: the price, question: How much?, askWho: vendor}
          retention: {type: duration, meaning: how long faces are kept, question: How long?, askWho: operator}
          notice: {type: duration, unit: working-days, meaning: the notice, question: How much notice?, askWho: legal}
          tested: {type: date, meaning: the day of the test, question: When was it tested?, askWho: vendor}
          places: {type: places, meaning: where it runs, question: Where?, askWho: operator}
          site: {type: place, meaning: where the server is, question: Where?, askWho: operator}
          use.purpose: {type: choices, values: {search: search, entry: entry, rescue: rescue}, meaning: the purpose, question: What for?, askWho: operator}
          use.live: {type: flag, meaning: Whether it is live, question: Is it live?, askWho: operator}
          results:
            type: records
            fields:
              group: {type: text, meaning: the group}
              trials: {type: number, unit: count, role: trials, meaning: the trials}
              errors: {type: number, unit: count, role: errors, meaning: the errors}
              rate: {type: number, unit: ratio, role: rate, meaning: the rate}
            meaning: the test results
            question: Which results?
            askWho: vendor
        places:
          EU: {title: European Union, members: [DE, FR, {place: GB, until: 2021-01-01}]}
          US-OR/portland: {title: Portland}
          US-OR/portland-heights: {title: Portland Heights}
        """;

    /// <summary>A rule set with these rules and other lines.</summary>
    public static string RuleSet(string rules, string id = "act", string other = "", string standing = "statute", string places = "[world]", string inForce = "[{from: 2020-01-01}]") => $"""
        ruleSet: {id}
        title: An act
        authority: A parliament
        standing: {standing}
        jurisdictions: {places}
        summary: An act for examples.
        sources:
          - {"{"}id: text, title: The text, read: official, confidence: high{"}"}
          - {"{"}id: memory, title: A memory, read: recollection, confidence: low{"}"}
        inForce: {inForce}
        {other.ReplaceLineEndings("\n")}
        rules:
        {Indent(rules)}
        notCovered: [Everything else.]
        """;

    /// <summary>A rule; its lines are those given and the ones that every rule needs.</summary>
    public static string Rule(string id, string lines, string citation = "text") =>
        $"- id: {id}\n  title: A rule\n  citation: {citation}\n  severity: high\n  remedy: Stop.\n{Indent(lines)}\n";

    public static RuleLibrary Load(params string[] ruleSets) => LoadWith(Vocabulary, ruleSets);

    public static RuleLibrary LoadWith(string vocabulary, params string[] ruleSets) =>
        RuleLibraryLoader.Load(ruleSets.Select((text, i) => File($"{i.ToString(CultureInfo.InvariantCulture)}.rules.yaml", text)).Append(File("vocabulary.yaml", vocabulary)));

    /// <summary>The codes of what is wrong with a rule that requires a condition.</summary>
    public static ImmutableArray<string> Problems(string condition) => [.. Load(RuleSet(Rule("r", $"requires: {condition}"))).Diagnostics.Select(one => one.Code)];

    public static Manifest Manifest(string facts, Vocabulary vocabulary)
    {
        var file = ManifestReader.Read("example.manifest.yaml", Encoding.UTF8.GetBytes(facts.Contains("uses:", StringComparison.Ordinal) ? $"manifest: example\n{facts}" : $"manifest: example\n{facts}\nuses: [{{id: only}}]"), vocabulary);
        Assert.Empty(file.Diagnostics);
        return file.Manifests.Single();
    }

    public static Assessment Assess(string facts, string asOf, AssessmentOptions? options, params string[] ruleSets)
    {
        var library = Load(ruleSets);
        Assert.Empty(library.Diagnostics.Where(one => one.Level == Text.DiagnosticLevel.Error).Select(one => $"{one.Location.Path}:{one.Location.Start.Line} {one.Message}"));
        return new Assessor(library).Assess(Manifest(facts, library.Vocabulary), Day(asOf), options);
    }

    public static Assessment AssessToday(string facts, params string[] ruleSets) => Assess(facts, Today, null, ruleSets);

    /// <summary>The finding about one rule of several, by its name.</summary>
    public static Finding Finding(string rule, Assessment assessment) => assessment.Uses.Single().Findings.Single(finding => finding.Rule.Id == rule || finding.Rule.QualifiedId == rule);

    /// <summary>The finding about the only rule.</summary>
    public static Finding Finding(string facts, string rule, string asOf = Today, string other = "", string places = "[world]") =>
        Assess(facts, asOf, null, RuleSet(Rule("r", rule), other: other, places: places)).Uses.Single().Findings.Single();

    /// <summary>Whether a condition holds for the facts.</summary>
    public static Truth Truth(string condition, string facts, string asOf = Today, string other = "")
    {
        var finding = Finding(facts, $"requires: {condition}", asOf, other);
        Assert.Null(finding.Defect);
        return finding.Requirement!.Truth;
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static IEnumerable<string> Missing(Finding finding) => finding.Missing.Select(fact => fact.Path);

    private static PolicyFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static string Indent(string text) => string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => "  " + line));
}
