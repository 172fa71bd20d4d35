using System.Text.Json.Nodes;
using PolicyCheck.Assessments;
using PolicyCheck.Loading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Tests.Schemas;
using PolicyCheck.Text;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Reports.Sarif;

public sealed class SarifValidityTests
{
    private static readonly Lazy<RuleLibrary> BuiltIn = new(() => RuleLibraryLoader.Load(BuiltInRules.Files));

    // What comes in must stay a text: line ends, what URIs and JSON escape, marks that turn the direction of writing, markup, links, placeholders.
    private const string Hostile = "a\r\nb\t%0A:#?&\u0007\u202Ec\u2066<script>alert(1)</script>[x](https://example.org){0}`*_|\\\"'日本😀";

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var path in ShippedFiles.All().Where(path => path.EndsWith(".manifest.yaml", StringComparison.Ordinal)))
        {
            data.Add(path, "2026-11-23");
        }

        foreach (var day in new[] { "2019-01-01", "2021-06-15", "2024-02-29" })
        {
            data.Add("rules/examples/washington-county-sheriff.manifest.yaml", day);
            data.Add("rules/examples/south-wales-police.manifest.yaml", day);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_is_written_of_an_example_is_valid(string path, string day)
    {
        SarifSchema.SkipIfAbsent();
        var report = SarifExample.Report(BuiltIn.Value, Example.Day(day), [(path, File.ReadAllText(Golden.PathOf(path)))]);
        Assert.NotEmpty(SarifExample.Run(report)["results"]!.AsArray());
        Assert.Empty(SarifSchema.Problems(SarifExample.Written(report)));
    }

    [Fact]
    public void Hostile_names_stay_texts_and_the_file_valid()
    {
        var report = SarifExample.With(HostileReport(), finding => finding with { Waiver = HostileWaiver(finding.Location), Outcome = finding.Outcome == RuleOutcome.Fail ? RuleOutcome.Waived : finding.Outcome });
        var run = SarifExample.Run(report);
        foreach (var text in Texts(run).Where(text => text.Name is "text" or "markdown" or "justification" && text.Parent is not ("snippet" or "help")))
        {
            Assert.DoesNotContain('\u202E', text.Value);
            Assert.DoesNotContain('\u2066', text.Value);
            Assert.DoesNotContain('\u0007', text.Value);
            Assert.DoesNotContain('\r', text.Value);
            Assert.True(text.Name == "markdown" || !text.Value.Contains('\n'), text.Value);
            Assert.True(text.Name == "markdown" || !text.Value.Contains("](", StringComparison.Ordinal), text.Value);
        }

        foreach (var uri in Texts(run).Where(text => text.Name is "uri").Select(text => text.Value))
        {
            Assert.Matches("^(file://)?[A-Za-z0-9%/._~-]*$", uri);
        }

        SarifSchema.SkipIfAbsent();
        Assert.Empty(SarifSchema.Problems(SarifExample.Written(report)));
    }

    [Theory]
    [InlineData("level", "\"fatal\"")]
    [InlineData("kind", "\"unknown\"")]
    [InlineData("ruleIndex", "\"1\"")]
    [InlineData("rank", "101")]
    [InlineData("message", "{}")]
    [InlineData("taxa", "[{}]")]
    [InlineData("partialFingerprints", "{\"a\": 1}")]
    [InlineData("surprise", "1")]
    public void The_schema_refuses_a_broken_result(string property, string value)
    {
        SarifSchema.SkipIfAbsent();
        var log = JsonNode.Parse(SarifExample.Written(SarifExample.Report("police: true\nuses: [{id: only}]")))!;
        log["runs"]![0]!["results"]![0]![property] = JsonNode.Parse(value);
        Assert.NotEmpty(SarifSchema.Problems(log.ToJsonString()));
    }

    private static Report HostileReport()
    {
        var quoted = JsonValue.Create(Hostile).ToJsonString();
        var act = SarifExample.Act
            .Replace("title: An act", $"title: {quoted}", StringComparison.Ordinal)
            .Replace("authority: A parliament", $"authority: {quoted}", StringComparison.Ordinal)
            .Replace("remedy: Stop.", $"remedy: {quoted}", StringComparison.Ordinal)
            .Replace("title: A rule", $"title: {quoted}", StringComparison.Ordinal);
        var manifest = $"manifest: example\ntitle: {quoted}\nvendor: {quoted}\npolice: {{value: true, basis: documented, source: {quoted}}}\ncameras: 11\nuses:\n  - {{id: one, title: {quoted}}}\n  - {{id: two}}\n";
        return SarifExample.Report(
            Example.Today,
            [($"a folder/{Hostile}.manifest.yaml", manifest), ("-", manifest), ("/abs olute/b.manifest.yaml", manifest), ("refused\n%.manifest.yaml", $"manifest: example\n{quoted}: 1\nuses: [{{id: only}}]")],
            act);
    }

    private static Waiver HostileWaiver(Location location) =>
        new(Hostile, "act/no-police", "example", null, [], Hostile, Hostile, Hostile, new(2021, 1, 1), new(2021, 12, 31), location);

    private static IEnumerable<(string Name, string Parent, string Value)> Texts(JsonNode? node, string name = "", string parent = "") => node switch
    {
        JsonObject mapping => mapping.SelectMany(entry => Texts(entry.Value, entry.Key, name)),
        JsonArray list => list.SelectMany(item => Texts(item, name, parent)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(name, parent, text)],
        _ => [],
    };
}
