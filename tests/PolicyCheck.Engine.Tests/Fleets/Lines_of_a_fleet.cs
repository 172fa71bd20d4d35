using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using PolicyCheck.Assessments;
using PolicyCheck.Fleets;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Schemas;
using PolicyCheck.Tests.Generation;
using PolicyCheck.Tests.Schemas;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Fleets;

public sealed class Lines_of_a_fleet
{
    private const string Rules = """
        ruleSet: shops
        title: Faces in shops
        authority: A city
        standing: ordinance
        summary: Shops may not search faces.
        jurisdictions: [world]
        sources: [{id: act, title: The act, read: official, checked: 2026-01-01, confidence: high}]
        inForce: [{from: 2021-01-01}]
        parameters:
          longest: {meaning: how long faces may be kept, values: [{from: 2021-01-01, value: 14 days}]}
        rules:
          - {id: no-search, title: No search, citation: act, severity: high, remedy: Stop., prohibits: {use.searches: true}}
          - {id: retention, title: Not long, citation: act, severity: low, remedy: Delete., requires: {use.kept: {atMost: $longest}}}
        notCovered: [Anything else.]
        """;

    private const string Vocabulary = """
        vocabulary: test
        facts:
          use.searches: {type: flag, meaning: It searches., question: Does it search?, askWho: operator}
          use.kept: {type: duration, unit: calendar, meaning: How long faces are kept., question: How long?, askWho: operator}
          places: {type: places, meaning: Where it is., question: Where?, askWho: operator}
        """;

    private static readonly FleetSettings Settings = new(new DateOnly(2026, 11, 23)) { ExitCode = assessment => assessment.Verdict == Verdict.NonCompliant ? 1 : 0 };

    [Fact]
    public void A_line_says_what_it_is_about_and_by_what_it_came_about()
    {
        var library = Library();
        var line = Element(new JudgedFleet(library, Settings).Judge(JudgedFleet.Line(7, """{"manifest":"shop","places":["US-OR","DE"],"uses":[{"id":"theft","searches":true}]}""")).Lines.Single());
        Assert.Equal("fleet.ndjson:7 shop 2026-11-23 non-compliant 1", $"{line.GetProperty("source")}:{line.GetProperty("line")} {line.GetProperty("manifest")} {line.GetProperty("asOf")} {line.GetProperty("verdict")} {line.GetProperty("exitCode")}");
        Assert.Equal(LibraryDigest.Of(library), line.GetProperty("rules").GetString());
        Assert.Equal("""["DE","US-OR"]""", line.GetProperty("places").GetRawText());
        Assert.Equal(
            """[{"id":"theft","verdict":"non-compliant","findings":[{"ruleSet":"shops","rule":"no-search","outcome":"fail","severity":"high"},{"ruleSet":"shops","rule":"retention","outcome":"indeterminate","severity":"low","missing":["use.kept"]}]}]""",
            line.GetProperty("uses").GetRawText());
        Assert.False(line.TryGetProperty("settings", out _));
    }

    [Theory]
    [InlineData(FleetDetail.Off, "")]
    [InlineData(FleetDetail.Fails, "no-search")]
    [InlineData(FleetDetail.Full, "no-search retention")]
    public void As_much_is_told_of_findings_as_was_asked_for(FleetDetail detail, string rules)
    {
        var fleet = new JudgedFleet(Library(), Settings with { Detail = detail }).Judge(JudgedFleet.Line(1, """{"manifest":"shop","uses":[{"id":"theft","searches":true,"kept":"2 days"}]}"""));
        var findings = Element(fleet.Lines.Single()).GetProperty("uses")[0].GetProperty("findings");
        Assert.Equal(rules, string.Join(' ', findings.EnumerateArray().Select(finding => finding.GetProperty("rule").GetString())));
    }

    [Fact]
    public void A_file_with_a_good_and_a_bad_manifest_gives_a_line_for_each()
    {
        var fleet = new JudgedFleet(Library(), Settings).Judge(JudgedFleet.File("two.manifest.yaml", "manifest: good\nuses: [{id: a}]\n---\nmanifest: bad\nuses: [{id: a, serches: true}]\n"));
        var records = fleet.Lines.Select(line => FleetRecord.Read(Encoding.UTF8.GetBytes(line))).ToList();
        Assert.Equal([Verdict.Indeterminate, null], records.ConvertAll(record => record?.Verdict));
        Assert.Equal([1, null], records.ConvertAll(record => record?.Line));
        Assert.Equal(1, fleet.Tally.Summarise().Refused);
    }

    [Fact]
    public void A_line_is_read_as_JSON_whatever_its_file_is_called()
    {
        var fleet = new JudgedFleet(Library(), Settings).Judge(JudgedFleet.Line(3, "manifest: shop"));
        var refused = Element(fleet.Lines.Single()).GetProperty("refused")[0];
        Assert.Equal("PC140 3 fleet.ndjson", $"{refused.GetProperty("code")} {refused.GetProperty("line")} {refused.GetProperty("path")}");
    }

    [Fact]
    public void A_rule_that_two_uses_break_is_counted_once_for_their_manifest()
    {
        var summary = new JudgedFleet(Library(), Settings).Judge(JudgedFleet.Line(1, """{"manifest":"shop","uses":[{"id":"a","searches":true,"kept":"2 days"},{"id":"b","searches":true,"kept":"2 days"},{"id":"c","kept":"2 days"}]}""")).Tally.Summarise();
        Assert.Equal(new FleetRule("shops/no-search", Severity.High, false, 1, 0, 0, 0), Assert.Single(summary.Rules));
    }

    [Theory]
    [InlineData("14 days", "15 days")]
    [InlineData("severity: high", "severity: low")]
    [InlineData("use.searches: true", "use.searches: false")]
    public void Other_rules_have_another_digest(string old, string text) =>
        Assert.NotEqual(LibraryDigest.Of(Library()), LibraryDigest.Of(Library(Rules.Replace(old, text, StringComparison.Ordinal))));

    [Fact]
    public void Another_severity_by_a_project_is_another_digest()
    {
        var library = Library();
        var weighted = library with { RuleSets = [.. library.RuleSets.Select(set => set with { Rules = [.. set.Rules.Select(rule => rule with { Severity = Severity.Critical })] })] };
        Assert.NotEqual(LibraryDigest.Of(library), LibraryDigest.Of(weighted));
    }

    [Fact]
    public void Every_line_is_what_its_schema_says_and_what_was_counted() => Libraries().Sample(
        drawn =>
        {
            var (generated, seed) = drawn;
            var library = generated.Load();
            var register = WaiversOf(generated, library, new Dice(new PCG(seed)));
            var settings = Settings with
            {
                AsOf = new DateOnly(2020, 6, 10),
                Options = new(IncludeProposals: seed % 2 == 0, Strict: seed % 3 == 0) { MinBasis = (Basis)(seed % 4) },
                Detail = seed % 5 == 0 ? FleetDetail.Full : FleetDetail.Fails,
                Limits = seed % 7 == 0 ? new(MaxNodes: 20) : ReadingLimits.Default,
                FailOn = seed % 2 == 0 ? ["advisory"] : [],
            };
            var fleet = new JudgedFleet(library, settings, register).Judge(
                JudgedFleet.File("m.manifest.yaml", generated.Manifests),
                JudgedFleet.File("bad.manifest.yaml", generated.Manifests + "---\n- nothing\n"),
                JudgedFleet.Line(2, "{\"manifest\":"),
                JudgedFleet.Line(3, "{\"manifest\":\"a\\u202eb \\u001b[31m\"}"),
                FleetDocument.TooLong("fleet.ndjson", 4, 100),
                FleetDocument.Unreadable("gone.manifest.yaml", "it isn't there any more"));

            var read = new FleetTally();
            foreach (var line in fleet.Lines)
            {
                Assert.Empty(Editor.Problems(SchemaKind.Result, line));
                read.Add(FleetRecord.Read(Encoding.UTF8.GetBytes(line)) ?? throw new InvalidOperationException(line));
            }

            Assert.Equal(JudgedFleet.Said(fleet.Tally.Summarise()), JudgedFleet.Said(read.Summarise()));
            Assert.DoesNotContain(fleet.Text, letter => letter is '\u202e' or '\u001b');
        },
        iter: 60,
        seed: "0000000000001");

    [Fact]
    public void Threads_that_share_a_judge_come_to_the_same_lines() => Libraries().Sample(
        drawn =>
        {
            var (generated, seed) = drawn;
            var library = generated.Load();
            var judge = new FleetJudge(library, new Assessor(library), Settings with { AsOf = new DateOnly(2020, 6, 10) }, WaiversOf(generated, library, new Dice(new PCG(seed))));
            var all = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ =>
            {
                var lines = new ArrayBufferWriter<byte>();
                judge.Judge(JudgedFleet.File("m.manifest.yaml", generated.Manifests), lines, new());
                return Encoding.UTF8.GetString(lines.WrittenSpan);
            });
            Assert.Single(all.Distinct(StringComparer.Ordinal));
        },
        iter: 20,
        seed: "0000000000001");

    private static Gen<(GeneratedLibrary Library, uint Seed)> Libraries() => Gen.Select(Gen.OneOf(GeneratedLibrary.With(4), GeneratedLibrary.Dated()), Gen.UInt[0, 10_000]);

    private static WaiverRegister WaiversOf(GeneratedLibrary generated, RuleLibrary library, Dice dice) => GeneratedWaivers.Of(library, generated.ReadManifests(library)[0], dice);

    private static RuleLibrary Library(string rules = Rules)
    {
        var library = RuleLibraryLoader.Load([new("shops.rules.yaml", Encoding.UTF8.GetBytes(rules)), new("vocabulary.yaml", Encoding.UTF8.GetBytes(Vocabulary))]);
        Assert.Empty(library.Diagnostics.Where(one => one.Level == PolicyCheck.Text.DiagnosticLevel.Error).Select(one => one.Message));
        return library;
    }

    private static JsonElement Element(string line) => JsonElement.Parse(line);
}
