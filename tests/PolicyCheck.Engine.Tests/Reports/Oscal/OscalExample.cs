using System.Text;
using System.Text.Json.Nodes;
using PolicyCheck.Assessments;
using PolicyCheck.Reports;
using PolicyCheck.Reports.Oscal;
using PolicyCheck.Tests.Reports.Sarif;

namespace PolicyCheck.Tests.Reports.Oscal;

/// <summary>Reports written as OSCAL, and what is found in them.</summary>
internal static class OscalExample
{
    /// <summary>A report with a rule that is broken, one that is waived, one that is open, one in doubt, one that is kept, and a manifest that was refused.</summary>
    public static Report Small { get; } = WithWaiver(SarifExample.Report(
        Example.Today,
        [
            ("station.manifest.yaml", "manifest: station\ntitle: The station\npolice: {value: true, basis: documented, source: contract.pdf, on: 2021-05-01}\nconsent: false\ncameras: 12\nuses: [{id: hall, live: true}]\n"),
            ("shop.manifest.yaml", "manifest: shop\ntitle: The shop\nsector: transport\npolice: false\ncameras: 3\nuses: [{id: door}]\n---\nmanifest: Wrong\n"),
            ("train.manifest.yaml", "manifest: train\ntitle: The train\nsector: transport\npolice: false\ncameras: 3\nuses: [{id: door, live: false}]\n"),
        ],
        SarifExample.Act));

    public static string Written(Report report)
    {
        using var output = new MemoryStream();
        OscalReport.Write(report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static JsonNode Results(Report report) => JsonNode.Parse(Written(report))!["assessment-results"]!;

    /// <summary>The only result of a report.</summary>
    public static JsonNode Result(Report report) => List(Results(report)["results"]).Single();

    /// <summary>What has a rule of the example among its properties.</summary>
    public static JsonNode About(JsonNode result, string list, string rule) => List(result[list]).Single(item => Property(item, "rule") == $"act/{rule}");

    public static IEnumerable<JsonNode> List(JsonNode? list) => list is null ? [] : list.AsArray().Select(item => item!);

    public static string? Property(JsonNode item, string name) =>
        List(item["props"]).SingleOrDefault(property => Said(property["name"]) == name) is { } property ? Said(property["value"]) : null;

    public static string Said(JsonNode? node) => node!.GetValue<string>();

    /// <summary>Every text of a document with its name, and those above it.</summary>
    public static IEnumerable<(string Name, string Value)> Texts(JsonNode? node, string name = "") => node switch
    {
        JsonObject mapping => mapping.SelectMany(entry => Texts(entry.Value, entry.Key)),
        JsonArray list => list.SelectMany(item => Texts(item, name)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(name, text)],
        _ => [],
    };

    private static Report WithWaiver(Report report) => SarifExample.With(report, finding => finding is { Rule.Id: "few-cameras", Outcome: RuleOutcome.Fail }
        ? finding with { Outcome = RuleOutcome.Waived, Waiver = new("w-1", "act/few-cameras", "station", null, [], "A trial until the council has met", "J. Doe", "The council", new(2021, 1, 1), new(2021, 12, 31), finding.Location) }
        : finding with { Baseline = finding.Outcome == RuleOutcome.Fail ? BaselineState.Unchanged : null, BaselineSince = finding.Outcome == RuleOutcome.Fail ? new(2021, 6, 1) : null });
}
