using System.Text.Json.Nodes;
using PolicyCheck.Assessments;
using PolicyCheck.Loading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Tests.Reports.Sarif;
using PolicyCheck.Tests.Schemas;

namespace PolicyCheck.Tests.Reports.Oscal;

public sealed class OscalValidityTests(Ajv ajv) : IClassFixture<Ajv>
{
    private const string Simple = "police: true\nuses: [{id: only}]";

    private static readonly Lazy<RuleLibrary> BuiltIn = new(() => RuleLibraryLoader.Load(BuiltInRules.Files));

    // Line ends, what URIs, JSON and Markdown escape, marks that turn the direction of writing, markup, links, inserted parameters.
    private const string Hostile = " a\r\nb\t%0A:#?&\u0007\u202Ec\u2066\u2028<script>alert(1)</script>[x](https://example.org){{ insert: param, p }}`*_|\\\"'日本😀 ";

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var path in ShippedFiles.All().Where(path => path.EndsWith(".manifest.yaml", StringComparison.Ordinal)))
        {
            data.Add(path, "2021-06-15");
            data.Add(path, "2026-11-23");
        }

        return data;
    }

    /// <summary>Properties of a result that the standard refuses, each with its value.</summary>
    public static TheoryData<string, string> Broken() => new()
    {
        { "uuid", "\"12345678-1234-1234-1234-123456789012\"" },
        { "title", "\"two\\nlines\"" },
        { "start", "\"2021-06-15\"" },
        { "reviewed-controls", "{\"control-selections\": []}" },
        { "props", "[]" },
        { "props", "[{\"name\": \"has space\", \"value\": \"x\"}]" },
        { "props", "[{\"name\": \"x\", \"value\": \" x\"}]" },
        { "findings", "[{\"uuid\": \"5eac8ff1-67eb-5ff8-9ce0-a0145d9f497f\", \"title\": \"t\", \"description\": \"d\", \"target\": {\"type\": \"objective-id\", \"target-id\": \"a/b\", \"status\": {\"state\": \"satisfied\"}}}]" },
        { "findings", "[{\"uuid\": \"5eac8ff1-67eb-5ff8-9ce0-a0145d9f497f\", \"title\": \"t\", \"description\": \"d\", \"target\": {\"type\": \"objective-id\", \"target-id\": \"a\", \"status\": {\"state\": \"unknown\"}}}]" },
        { "surprise", "1" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_is_written_of_an_example_is_valid_and_refers_to_nothing_outside(string path, string day)
    {
        OscalSchema.SkipIfAbsent();
        var written = OscalExample.Written(SarifExample.Report(BuiltIn.Value, Example.Day(day), [(path, File.ReadAllText(Golden.PathOf(path)))]));
        Assert.Empty(OscalSchema.Problems(written));
        AssertWhole(JsonNode.Parse(written)!["assessment-results"]!);
    }

    [Fact]
    public void Hostile_names_stay_texts_and_the_document_valid()
    {
        var report = HostileReport();
        var results = OscalExample.Results(report);
        AssertWhole(results);
        foreach (var (name, value) in OscalExample.Texts(results))
        {
            Assert.DoesNotContain(value, letter => letter is '\r' or '\t' or '\u0007' or '\u202E' or '\u2066' or '\u2028');
            Assert.True(!value.Contains('\n') || name is "description" or "remarks", $"{name}: {value}");
            if (name is not "value")
            {
                Assert.DoesNotContain("<script", value.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
                Assert.DoesNotContain("{{", value, StringComparison.Ordinal);
                Assert.DoesNotContain("[x](", value, StringComparison.Ordinal);
            }
        }

        OscalSchema.SkipIfAbsent();
        Assert.Empty(OscalSchema.Problems(OscalExample.Written(report)));
    }

    [Theory]
    [InlineData("1800-01-01", "9999-12-31", "1900-01-01T00:00:00Z", "2999-12-31T23:59:59Z")]
    [InlineData("2020-02-29", "2020-02-29", "2020-02-29T00:00:00Z", "2020-02-29T23:59:59Z")]
    public void Days_that_the_standard_has_no_times_for_are_written_as_the_nearest(string asOf, string last, string collected, string deadline)
    {
        var act = Example.RuleSet(Example.Rule("no-police", "prohibits: {police: true}"), inForce: "[{from: 1700-01-01}]");
        var report = Waived(SarifExample.Report(asOf, [("a.manifest.yaml", "manifest: example\npolice: true\nuses: [{id: only}]")], act), Example.Day(last));
        var result = OscalExample.Result(report);
        Assert.Equal(collected, OscalExample.Said(OscalExample.About(result, "observations", "no-police")["collected"]));
        Assert.Equal(deadline, OscalExample.Said(OscalExample.About(result, "risks", "no-police")["deadline"]));
        Assert.Equal((asOf, last), (OscalExample.Property(result, "as-of"), OscalExample.Property(OscalExample.About(result, "risks", "no-police"), "waiver-to")));
        OscalSchema.SkipIfAbsent();
        Assert.Empty(OscalSchema.Problems(OscalExample.Written(report)));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void The_schema_refuses_a_broken_result(string property, string value)
    {
        OscalSchema.SkipIfAbsent();
        Assert.Empty(OscalSchema.Problems(OscalExample.Written(SarifExample.Report(Simple))));
        Assert.NotEmpty(OscalSchema.Problems(With(property, value)));
    }

    [Fact]
    public async Task Another_validator_refuses_the_same_and_more()
    {
        ajv.SkipIfAbsent();
        string[] more =
        [
            With("links", "[{\"href\": \"a b\"}]"),
            With("props", "[{\"name\": \"x\", \"value\": \"y\", \"ns\": \"policycheck\"}]"),
            With("start", "\"2021-02-29T00:00:00Z\""),
            With("props", "[{\"name\": \"-x\", \"value\": \"y\"}]"),
        ];
        var problems = await Ajv.Problems([.. Broken().Select(row => With(row.Data.Item1, row.Data.Item2)), .. more]);
        Assert.Equal(Broken().Count + more.Length, problems.Count);
        Assert.All(problems, Assert.NotEmpty);
    }

    [Fact]
    public async Task Another_validator_takes_every_example_on_every_day_and_hostile_names()
    {
        ajv.SkipIfAbsent();
        var examples = Examples().Select(row => row.Data).ToList();
        var reports = examples.Select(example => SarifExample.Report(BuiltIn.Value, Example.Day(example.Item2), [(example.Item1, File.ReadAllText(Golden.PathOf(example.Item1)))]));
        var problems = await Ajv.Problems(reports.Append(HostileReport()).Append(SarifExample.Report("police: true\nuses: [{id: only}]", "-")).Select(OscalExample.Written));
        Assert.Equal(examples.Count + 2, problems.Count);
        Assert.Empty(problems.SelectMany(found => found).Distinct());
    }

    [Fact]
    public void A_small_document_is_what_was_agreed_on() => Golden.Verify("tests/PolicyCheck.Engine.Tests/Reports/Oscal/small.oscal.json", OscalExample.Written(OscalExample.Small));

    [Fact]
    public void Two_deployments_of_one_name_in_a_file_are_two_things()
    {
        const string document = "manifest: example\npolice: true\nuses: [{id: only}]\n";
        AssertWhole(OscalExample.Results(SarifExample.Report(Example.Today, [("a.manifest.yaml", $"{document}---\n{document}")], SarifExample.Act)));
    }

    private static string With(string property, string value)
    {
        var document = JsonNode.Parse(OscalExample.Written(SarifExample.Report(Simple)))!;
        document["assessment-results"]!["results"]![0]![property] = JsonNode.Parse(value);
        return document.ToJsonString();
    }

    private static void AssertWhole(JsonNode results)
    {
        var texts = OscalExample.Texts(results).ToList();
        var given = texts.Where(text => text.Name == "uuid").Select(text => text.Value).ToList();
        Assert.Equal(given.Count, given.Distinct(StringComparer.Ordinal).Count());
        var named = texts.Where(text => text.Name.EndsWith("-uuid", StringComparison.Ordinal)).Select(text => text.Value)
            .Concat(texts.Where(text => text.Name == "href" && text.Value.StartsWith('#')).Select(text => text.Value[1..]));
        Assert.Empty(named.Except(given, StringComparer.Ordinal));
        Assert.Empty(texts.Where(text => text.Name == "target-id").Select(text => text.Value).Except(texts.Where(text => text.Name == "id").Select(text => text.Value), StringComparer.Ordinal));
    }

    private static Report Waived(Report report, DateOnly last) => SarifExample.With(report, finding => finding.Outcome != RuleOutcome.Fail ? finding : finding with
    {
        Outcome = RuleOutcome.Waived,
        Waiver = new(Hostile, "act/no-police", "example", null, [], Hostile, Hostile, Hostile, new(1700, 1, 1), last, finding.Location),
    });

    private static Report HostileReport()
    {
        var quoted = JsonValue.Create(Hostile).ToJsonString();
        var act = SarifExample.Act
            .Replace("title: An act", $"title: {quoted}", StringComparison.Ordinal)
            .Replace("authority: A parliament", $"authority: {quoted}", StringComparison.Ordinal)
            .Replace("summary: An act for examples.", $"summary: {quoted}", StringComparison.Ordinal)
            .Replace("title: The text,", $"title: {quoted}, url: \"https://bücher.example/[a]#b#c\",", StringComparison.Ordinal)
            .Replace("remedy: Stop.", $"remedy: {quoted}", StringComparison.Ordinal)
            .Replace("title: A rule", $"title: {quoted}", StringComparison.Ordinal);
        var manifest = $"manifest: example\ntitle: {quoted}\nvendor: {quoted}\npolice: {{value: true, basis: documented, source: {quoted}}}\ncameras: 11\nuses:\n  - {{id: one, title: {quoted}}}\n  - {{id: two}}\n";
        return Waived(
            SarifExample.Report(
                Example.Today,
                [($"a folder/{Hostile}.manifest.yaml", manifest), ("-", manifest), ("/abs olute/b.manifest.yaml", manifest), ("refused\n%.manifest.yaml", $"manifest: example\n{quoted}: 1\nuses: [{{id: only}}]")],
                act),
            new(2021, 12, 31));
    }
}
