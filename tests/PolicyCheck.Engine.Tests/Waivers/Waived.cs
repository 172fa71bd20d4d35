using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Waivers;

/// <summary>Rules, manifests and waivers as texts, and what comes of them.</summary>
internal sealed class Waived
{
    public const string Today = "2021-06-15";

    /// <summary>A rule that may be waived and one that may not; both are broken by the manifest below.</summary>
    public const string Rules = """
        - id: notice
          title: People are told
          citation: text
          severity: high
          remedy: Tell them.
          requires: {consent: true}
          waivable: {by: [The Minister], for: 90 days, renewals: 1, citation: "text, section 9"}
        - id: police
          title: The police may not use it
          citation: text
          severity: high
          remedy: Stop.
          prohibits: {police: true}
        """;

    public const string Facts = "consent: false\npolice: false\ncameras: 3";

    private readonly RuleLibrary _library;
    private readonly ImmutableArray<Assessment> _before;
    private readonly AssessmentOptions? _options;

    private Waived(RuleLibrary library, ImmutableArray<Assessment> before, AssessmentOptions? options) => (_library, _before, _options) = (library, before, options);

    /// <summary>The digest of the manifest `example` with some facts.</summary>
    public static string DigestOf(string facts = Facts, string id = "example") => ContentDigest.Of(Encoding.UTF8.GetBytes(Text(id, facts)));

    /// <summary>The manifests of these facts, each with a name, judged on a day.</summary>
    public static Waived Of(string asOf = Today, string rules = Rules, AssessmentOptions? options = null, string? vocabulary = null, string other = "", params (string Id, string Facts)[] manifests)
    {
        var library = Example.LoadWith(vocabulary ?? Example.Vocabulary, Example.RuleSet(rules, other: other));
        Assert.Empty(library.Diagnostics.Select(Told));
        var assessor = new Assessor(library);
        var all = manifests.Length == 0 ? [("example", Facts)] : manifests;
        return new(library, [.. all.Select(one => assessor.Assess(Manifest(one.Item1, one.Item2, library), Example.Day(asOf), options))], options);
    }

    /// <summary>A waiver with these lines in place of the usual ones; a line without a value leaves its key out.</summary>
    public static string Waiver(string id = "w", params string[] lines)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["rule"] = "act/notice",
            ["deployment"] = "example",
            ["digest"] = DigestOf(),
            ["reason"] = "the signs are being printed",
            ["grantor"] = "Ada Lovelace",
            ["authority"] = "The Minister",
            ["requestedBy"] = "Charles Babbage",
            ["from"] = "2021-06-01",
            ["to"] = "2021-06-30",
        };
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            keys[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return string.Concat(keys.Where(pair => pair.Value.Length > 0).Select(pair => $"    {pair.Key}: {pair.Value}\n").Prepend($"  - id: {id}\n"));
    }

    /// <summary>The register of some waivers.</summary>
    public WaiverRegister Register(params string[] waivers) => WaiverRegister.Of([Read("waivers.yaml", waivers.Length == 0 ? "waivers: []" : $"waivers:\n{string.Concat(waivers)}")], _library);

    /// <summary>A file read with the rules.</summary>
    public WaiverFile Read(string path, string text) => WaiverReader.Read(path, Encoding.UTF8.GetBytes(text), _library);

    /// <summary>What comes of the waivers.</summary>
    public WaivedAssessments Apply(params string[] waivers) => Apply(Register(waivers));

    /// <summary>What comes of a register.</summary>
    public WaivedAssessments Apply(WaiverRegister register, bool areAll = false)
    {
        Assert.Empty(register.Diagnostics.Select(Told));
        return new Waiving(register, _library, _options).Apply(_before, areAll);
    }

    /// <summary>On how well known facts the verdict rests that some waivers make.</summary>
    public Basis? RestsOn(params string[] waivers) =>
        new VerdictBasis(new Assessor(_library), new Waiving(Register(waivers), _library, _options), _options ?? AssessmentOptions.Default).Mark(Apply(waivers).Assessments)[0].Basis;

    /// <summary>The outcome of a rule for each use, after some waivers.</summary>
    public IEnumerable<RuleOutcome> Outcomes(string rule, params string[] waivers) =>
        Apply(waivers).Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings).Where(finding => finding.Rule.Id == rule).Select(finding => finding.Outcome);

    /// <summary>The outcome of the rule that may be waived, of one use, after some waivers.</summary>
    public RuleOutcome Outcome(params string[] waivers) => Assert.Single(Outcomes("notice", waivers));

    /// <summary>What is told of some waivers.</summary>
    public IEnumerable<string> Tells(params string[] waivers) => Apply(waivers).Diagnostics.Select(Told);

    public static string Told(Diagnostic diagnostic) => $"{diagnostic.Location.Start.Line}:{diagnostic.Location.Start.Column} {diagnostic.Code} {diagnostic.Message}";

    private static Manifest Manifest(string id, string facts, RuleLibrary library)
    {
        var file = ManifestReader.Read($"{id}.manifest.yaml", Encoding.UTF8.GetBytes(Text(id, facts)), library.Vocabulary);
        Assert.Empty(file.Diagnostics.Select(Told));
        return file.Manifests.Single();
    }

    private static string Text(string id, string facts) => $"manifest: {id}\n{facts}\n{(facts.Contains("uses:", StringComparison.Ordinal) ? "" : "uses: [{id: only}]\n")}";
}
