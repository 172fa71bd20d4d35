using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PolicyCheck.Assessments;
using PolicyCheck.Reports.Sarif;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Reports.Sarif;

public sealed class SarifResultTests
{
    private const string Failing = "police: true\nconsent: false\ncameras: 3\nuses: [{id: only}]";

    [Fact]
    public void A_small_report_is_written_as_it_always_was()
    {
        var report = SarifExample.Report("police: {value: true, basis: documented, source: contract.pdf}\nconsent: false\nuses:\n  - id: only\n    live: true");
        Golden.Verify("tests/PolicyCheck.Engine.Tests/Reports/Sarif/small.sarif.json", Indented(JsonNode.Parse(SarifExample.Written(report))!));
    }

    [Theory]
    [InlineData("no-police", "fail", "error")]
    [InlineData("few-cameras", "open", "none")]
    [InlineData("trains-only", "notApplicable", "none")]
    [InlineData("remembered", "fail", "warning")]
    public void A_rule_has_the_kind_of_its_outcome(string rule, string kind, string level)
    {
        var result = SarifExample.Result(SarifExample.Run(SarifExample.Report("police: true\nconsent: false\nsector: retail\nuses: [{id: only}]")), rule);
        Assert.Equal((kind, level), (SarifExample.Text(result["kind"]), SarifExample.Text(result["level"])));
    }

    [Theory]
    [InlineData("cameras: 3", "statute", RuleOutcome.Pass, "pass", "none")]
    [InlineData("cameras: 30", "statute", RuleOutcome.Fail, "fail", "error")]
    [InlineData("cameras: 30", "guidance", RuleOutcome.Fail, "fail", "warning")]
    [InlineData("cameras: 30", "statute", RuleOutcome.Waived, "fail", "note")]
    [InlineData("cameras: 30", "statute", RuleOutcome.Error, "open", "none")]
    public void The_level_follows_the_standing_and_what_came_of_the_rule(string facts, string standing, RuleOutcome outcome, string kind, string level)
    {
        var report = SarifExample.Report(Example.Today, [("a.manifest.yaml", $"manifest: a\n{facts}\nuses: [{{id: only}}]")], Example.RuleSet(Example.Rule("r", "requires: {cameras: {atMost: 10}}"), standing: standing));
        var result = SarifExample.Result(SarifExample.Run(SarifExample.With(report, finding => finding with { Outcome = outcome, Defect = "a defect", Waiver = outcome == RuleOutcome.Waived ? Ci.Station.Waiver(finding.Location, "a pilot") : null })), "r");
        Assert.Equal((kind, level), (SarifExample.Text(result["kind"]), SarifExample.Text(result["level"])));
    }

    [Fact]
    public void A_pass_in_doubt_is_open_and_says_so()
    {
        var report = SarifExample.With(SarifExample.Report("police: true\nconsent: true\nuses: [{id: only}]"), finding => finding.Outcome == RuleOutcome.Pass ? finding with { Doubt = "nobody has read it" } : finding);
        var result = SarifExample.Result(SarifExample.Run(report), "no-police");
        Assert.Equal("open", SarifExample.Text(result["kind"]));
        Assert.Contains("nobody has read it; so this counts as indeterminate", SarifExample.Text(result["message"]!["text"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_open_asks_for_what_is_missing() =>
        Assert.Equal(
            "Can't be said yet: A rule (depends on cameras). Text: The text, section 3, statute of A parliament. Find out: How many cameras? (ask operator, state cameras).",
            SarifExample.Text(SarifExample.Result(SarifExample.Run(SarifExample.Report("police: true\nuses: [{id: only}]")), "few-cameras")["message"]!["text"]));

    [Fact]
    public void A_result_stands_on_the_fact_that_it_is_about()
    {
        var location = SarifExample.Result(SarifExample.Run(SarifExample.Report(Failing)), "no-police")["locations"]![0]!;
        Assert.Equal("cities/a.manifest.yaml", SarifExample.Text(location["physicalLocation"]!["artifactLocation"]!["uri"]));
        Assert.Equal("""{"startLine":3,"startColumn":1,"endLine":3,"endColumn":7,"snippet":{"text":"police"}}""", location["physicalLocation"]!["region"]!.ToJsonString());
        Assert.Equal("police: true", SarifExample.Text(location["physicalLocation"]!["contextRegion"]!["snippet"]!["text"]));
        Assert.Equal("""[{"name":"police","fullyQualifiedName":"/police","kind":"property"}]""", location["logicalLocations"]!.ToJsonString());
    }

    [Theory]
    [InlineData("uses:\n  - {id: a}\n  - {id: b, live: true}", "/uses/1/live")]
    [InlineData("uses:\n  - id: a\n  - id: b\n    purpose: [search]\n    live: true", "/uses/1/live")]
    public void The_pointer_names_the_fact_of_the_use(string uses, string expected)
    {
        var report = SarifExample.Report(Example.Today, [("a.manifest.yaml", $"manifest: a\n{uses}")], Example.RuleSet(Example.Rule("r", "prohibits: {use.live: true}")));
        Assert.Contains(expected, Pointers(report));
    }

    [Fact]
    public void The_pointer_follows_how_the_fact_is_written_and_which_document_states_it()
    {
        const string vocabulary = "vocabulary: v\nfacts:\n  a.b.c: {type: flag, meaning: Whether it is, question: Is it?, askWho: operator}\n";
        var library = Example.LoadWith(vocabulary, Example.RuleSet(Example.Rule("r", "prohibits: {a.b.c: true}")));
        ImmutableArray<string> ways = ["a.b.c: true", "a: {b: {c: true}}", "a: {b.c: true}", "a.b:\n  c: {value: true}", "\"a\": {\"b\": {\"c\": true}}"];
        var documents = string.Join("---\n", ways.Select((way, i) => $"manifest: m{i}\n{way}\nuses: [{{id: only}}]\n"));
        Assert.Equal(["/0/a.b.c", "/1/a/b/c", "/2/a/b.c", "/3/a.b/c", "/4/a/b/c"], Pointers(SarifExample.Report(library, Example.Day(Example.Today), [("a.manifest.yaml", documents)])));
    }

    [Fact]
    public void A_fingerprint_survives_lines_inserted_above()
    {
        var (before, after) = (SarifExample.Run(SarifExample.Report(Failing)), SarifExample.Run(SarifExample.Report("# one\n# two\nvendor: Somebody\n" + Failing)));
        Assert.Equal(Fingerprints(before), Fingerprints(after));
        Assert.NotEqual(Fingerprints(before), Fingerprints(SarifExample.Run(SarifExample.Report(Failing, "cities/b.manifest.yaml"))));
        Assert.Equal(3, SarifExample.Result(before, "no-police")["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>());
        Assert.Equal(6, SarifExample.Result(after, "no-police")["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>());
    }

    [Fact]
    public void A_waiver_is_a_suppression_with_its_grantor_and_days_and_every_other_result_says_it_has_none()
    {
        var report = SarifExample.Report(Failing);
        var waiver = new Waiver("w-1", "act/no-police", "example", null, [], "A trial", "J. Doe", "The council", new(2021, 1, 1), new(2021, 12, 31), report.Assessments[0].Manifest.Location);
        var run = SarifExample.Run(SarifExample.With(report, finding => finding is { Rule.Id: "no-police" } ? finding with { Outcome = RuleOutcome.Waived, Waiver = waiver } : finding));
        var result = SarifExample.Result(run, "no-police");
        var suppression = result["suppressions"]!.AsArray().Single()!;
        Assert.Equal(("external", "accepted"), (SarifExample.Text(suppression["kind"]), SarifExample.Text(suppression["status"])));
        Assert.Equal("A trial. Granted by J. Doe (The council), from 2021-01-01 to 2021-12-31, both inclusive.", SarifExample.Text(suppression["justification"]));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", SarifExample.Text(suppression["guid"]));
        Assert.StartsWith("Broken, and waived until 2021-12-31: A rule (police is true).", SarifExample.Text(result["message"]!["text"]), StringComparison.Ordinal);
        Assert.Empty(SarifExample.Result(run, "few-cameras")["suppressions"]!.AsArray());
    }

    [Theory]
    [InlineData(BaselineState.New, "new")]
    [InlineData(BaselineState.Unchanged, "unchanged")]
    [InlineData(BaselineState.Updated, "updated")]
    public void What_a_baseline_knows_is_said_in_its_words(BaselineState state, string word)
    {
        var run = SarifExample.Run(SarifExample.With(SarifExample.Report(Failing), finding => finding.Outcome == RuleOutcome.Fail ? finding with { Baseline = state } : finding));
        Assert.Equal(word, SarifExample.Text(SarifExample.Result(run, "no-police")["baselineState"]));
        Assert.Null(SarifExample.Result(run, "few-cameras")["baselineState"]);
    }

    [Fact]
    public void The_flow_tells_the_facts_read_and_the_exceptions_in_order()
    {
        var steps = SarifExample.Result(SarifExample.Run(SarifExample.Report("police: true\nconsent: false\nuses: [{id: only}]")), "no-police")["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.AsArray();
        Assert.Equal(
            [
                "What the rule prohibits: it is so.",
                "Stated: police is true (claimed).",
                "The exception agreed: doesn't apply: consent is not true.",
                "Stated: consent is false (claimed); so consent is not true.",
                "Prohibited: A rule (police is true).",
            ],
            steps.Select(step => SarifExample.Text(step!["location"]!["message"]!["text"])));
    }

    [Fact]
    public void A_provision_is_a_taxon_of_its_instrument()
    {
        var run = SarifExample.Run(SarifExample.Report("police: true\nconsent: true\nuses: [{id: only}]"));
        var taxonomy = run["taxonomies"]!.AsArray().Single()!;
        var cited = SarifExample.Result(run, "no-police")["taxa"]!.AsArray().Select(taxon => taxonomy["taxa"]![taxon!["index"]!.GetValue<int>()]!);
        Assert.Equal(["text, section 1", "text, 2"], cited.Select(taxon => SarifExample.Text(taxon["id"])));
        Assert.Equal("act", SarifExample.Text(taxonomy["name"]));
    }

    [Fact]
    public void A_refused_manifest_is_told_and_the_run_did_not_succeed()
    {
        var report = SarifExample.Report(Example.Today, [("bad.manifest.yaml", "manifest: example\npolicee: true\nuses: [{id: only}]")], SarifExample.Act);
        var invocation = SarifExample.Run(report)["invocations"]![0]!;
        Assert.False(invocation["executionSuccessful"]!.GetValue<bool>());
        var told = invocation["toolExecutionNotifications"]![0]!;
        Assert.Equal("`policee` is not a fact of the vocabulary. Cure: did you mean `police`?", SarifExample.Text(told["message"]!["text"]), ignoreCase: true);
        Assert.Equal(2, told["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>());
    }

    [Fact]
    public void A_rule_that_could_not_be_evaluated_is_open_and_told()
    {
        var run = SarifExample.Run(SarifExample.With(SarifExample.Report(Failing), finding => finding.Rule.Id == "no-police" ? finding with { Outcome = RuleOutcome.Error, Defect = "it broke" } : finding));
        Assert.Equal("open", SarifExample.Text(SarifExample.Result(run, "no-police")["kind"]));
        Assert.False(run["invocations"]![0]!["executionSuccessful"]!.GetValue<bool>());
        Assert.Equal("act/no-police", SarifExample.Text(run["invocations"]![0]!["toolExecutionNotifications"]![0]!["associatedRule"]!["id"]));
    }

    [Fact]
    public void Rules_that_are_not_in_force_or_bind_elsewhere_are_left_out()
    {
        var report = SarifExample.Report(
            Example.Today,
            [("a.manifest.yaml", "manifest: a\nplaces: [DE]\npolice: true\nuses: [{id: only}]")],
            Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), id: "here", places: "[DE]"),
            Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), id: "elsewhere", places: "[FR]"),
            Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), id: "later", inForce: "[{from: 2030-01-01}]"));
        Assert.Equal("here/r", SarifExample.Text(SarifExample.Run(report)["results"]!.AsArray().Single()!["ruleId"]));
    }

    [Fact]
    public void Of_alerts_there_are_failures_waived_ones_too_and_open_questions_but_neither_passes_nor_what_does_not_apply()
    {
        var report = SarifExample.With(SarifExample.Report("police: true\nconsent: true\nsector: transport\nuses: [{id: a, live: true}, {id: b, live: false}]"), finding =>
            finding is { Rule.Id: "trains-only", Outcome: RuleOutcome.Fail } ? finding with { Outcome = RuleOutcome.Waived, Waiver = Ci.Station.Waiver(finding.Location, "a pilot") } : finding);
        Assert.Equal(["fail", "fail", "fail", "open", "open", "pass", "pass", "pass"], Kinds(report, "sarif"));
        Assert.Equal(["fail", "fail", "fail", "open", "open"], Kinds(report, "sarif-alerts"));
        Assert.Equal(["act/few-cameras", "act/remembered", "act/trains-only"], SarifExample.Run(report, "sarif-alerts")["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => SarifExample.Text(rule!["id"])).Order());
    }

    [Fact]
    public void Where_there_is_no_room_for_all_the_gravest_stay_in_their_order_and_the_rest_is_counted()
    {
        var report = SarifExample.Report("police: true\nsector: retail\nuses: [{id: a}, {id: b}]");
        var selection = Selection.Of(report, most: 3);
        Assert.Equal([("a", "no-police"), ("a", "remembered"), ("b", "remembered")], selection.Results.Select(result => (result.Use.Use.Id, result.Finding.Rule.Id)));
        Assert.Equal([(RuleOutcome.NotApplicable, 2), (RuleOutcome.Indeterminate, 3)], selection.LeftOut.Select(left => (left.Key, left.Value)));
        Assert.Equal(8, selection.Results.Length + selection.LeftOut.Values.Sum());
    }

    [Fact]
    public void No_more_results_are_written_than_GitHub_takes_and_the_reader_is_told()
    {
        var report = SarifExample.Report(Example.Today, [("a.manifest.yaml", "manifest: a\npolice: true\nuses: [{id: only}]")], Example.RuleSet(Example.Rule("r", "prohibits: {police: true}")));
        var use = report.Assessments[0].Uses[0];
        var passing = use.Findings[0] with { Outcome = RuleOutcome.NotApplicable };
        var many = report with { Assessments = [report.Assessments[0] with { Uses = [use with { Findings = [.. Enumerable.Repeat(passing, 25_000), use.Findings[0]] }] }] };
        var run = SarifExample.Run(many);
        Assert.Equal(25_000, run["results"]!.AsArray().Count);
        Assert.Equal("fail", SarifExample.Text(run["results"]![24_999]!["kind"]));
        Assert.Equal(
            "Results left out that have the outcome not-applicable: 1. No more than 25000 are taken: check fewer manifests at once, or read the format json.",
            SarifExample.Text(run["invocations"]![0]!["toolExecutionNotifications"]![0]!["message"]!["text"]));
    }

    [Theory]
    [InlineData("a b/c%d#e?f.yaml", "a%20b/c%25d%23e%3Ff.yaml")]
    [InlineData("./x.yaml", "x.yaml")]
    [InlineData("../x.yaml", "../x.yaml")]
    [InlineData("-", "-")]
    [InlineData("é/日本.yaml", "%C3%A9/%E6%97%A5%E6%9C%AC.yaml")]
    [InlineData("/tmp/a b.yaml", "file:///tmp/a%20b.yaml")]
    [InlineData("C:/a b/c.yaml", "file:///C:/a%20b/c.yaml")]
    [InlineData("a:b.yaml", "a%3Ab.yaml")]
    [InlineData("a\nb\u202E.yaml", "a%0Ab%E2%80%AE.yaml")]
    public void A_path_becomes_a_URI_of_the_same_file(string path, string uri) => Assert.Equal(uri, RelativeUri.Of(path));

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(SarifExample.Written(SarifExample.Report(Failing)), SarifExample.Written(SarifExample.Report(Failing)));

    private static IEnumerable<string> Kinds(PolicyCheck.Reports.Report report, string format) =>
        SarifExample.Run(report, format)["results"]!.AsArray().Select(result => SarifExample.Text(result!["kind"])).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Fingerprints(JsonNode run) => run["results"]!.AsArray().Select(result => SarifExample.Text(result!["partialFingerprints"]!["policycheckVerdict/v1"]));

    private static List<string> Pointers(PolicyCheck.Reports.Report report) =>
        [.. SarifExample.Run(report)["results"]!.AsArray().Select(result => result!["locations"]![0]!["logicalLocations"]![0]!["fullyQualifiedName"]).OfType<JsonNode>().Select(SarifExample.Text)];

    private static string Indented(JsonNode node) => node.ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
}
