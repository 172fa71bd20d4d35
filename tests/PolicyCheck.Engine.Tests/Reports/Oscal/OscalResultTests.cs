using PolicyCheck.Assessments;
using PolicyCheck.Reports;
using PolicyCheck.Reports.Oscal;
using PolicyCheck.Tests.Reports.Sarif;
using PolicyCheck.Waivers;
using static PolicyCheck.Tests.Reports.Oscal.OscalExample;

namespace PolicyCheck.Tests.Reports.Oscal;

public sealed class OscalResultTests
{
    private const string Mixed = "police: true\nconsent: false\nsector: retail\nuses: [{id: only}]";

    [Theory]
    [InlineData("police: true\nconsent: false", "not-satisfied", "fail")]
    [InlineData("police: true\nconsent: true", "satisfied", "pass")]
    [InlineData("police: true", "not-satisfied", "other")]
    public void Only_a_certain_pass_satisfies(string facts, string state, string reason)
    {
        var status = About(Result(SarifExample.Report($"{facts}\nuses: [{{id: only}}]")), "findings", "no-police")["target"]!["status"]!;
        Assert.Equal((state, reason), (Said(status["state"]), Said(status["reason"])));
    }

    [Fact]
    public void What_is_open_names_the_missing_fact_and_whom_to_ask()
    {
        var finding = About(Result(SarifExample.Report(Mixed)), "findings", "few-cameras");
        Assert.Equal(
            "This isn't decided: it depends on cameras.\n\n- Find out: How many cameras? (ask operator, state cameras)",
            Said(finding["target"]!["status"]!["remarks"]));
    }

    [Theory]
    [InlineData(RuleOutcome.Pass, false, "other")]
    [InlineData(RuleOutcome.Fail, false, "other")]
    [InlineData(RuleOutcome.Fail, true, "fail")]
    public void What_is_in_doubt_is_not_satisfied_and_says_why(RuleOutcome outcome, bool strict, string reason)
    {
        var report = SarifExample.With(SarifExample.Report(Mixed), finding => finding.Rule.Id == "no-police" ? finding with { Outcome = outcome, Requirement = finding.Trigger, Doubt = "nobody has read it" } : finding);
        var status = About(Result(report with { Options = new(Strict: strict) }), "findings", "no-police")["target"]!["status"]!;
        Assert.Equal(("not-satisfied", reason, "This isn't certain: nobody has read it."), (Said(status["state"]), Said(status["reason"]), Said(status["remarks"])));
    }

    [Fact]
    public void A_rule_that_could_not_be_evaluated_is_not_satisfied()
    {
        var report = SarifExample.With(SarifExample.Report(Mixed), finding => finding.Rule.Id == "no-police" ? finding with { Outcome = RuleOutcome.Error, Defect = "it broke" } : finding);
        var status = About(Result(report), "findings", "no-police")["target"]!["status"]!;
        Assert.Equal(("not-satisfied", "other", "The rule could not be evaluated: it broke."), (Said(status["state"]), Said(status["reason"]), Said(status["remarks"])));
    }

    [Fact]
    public void A_rule_that_does_not_apply_is_observed_and_nothing_follows()
    {
        var result = Result(SarifExample.Report(Mixed));
        Assert.Equal("not-applicable", Property(About(result, "observations", "trains-only"), "outcome"));
        Assert.DoesNotContain(List(result["findings"]), finding => Property(finding, "rule") == "act/trains-only");
    }

    [Fact]
    public void A_failure_is_an_open_risk_with_its_cure()
    {
        var result = Result(SarifExample.Report(Mixed));
        var (finding, risk) = (About(result, "findings", "no-police"), About(result, "risks", "no-police"));
        Assert.Equal("open", Said(risk["status"]));
        Assert.Equal(("recommendation", "Stop."), (Said(risk["remediations"]![0]!["lifecycle"]), Said(risk["remediations"]![0]!["description"])));
        Assert.Equal(Said(risk["uuid"]), Said(finding["related-risks"]![0]!["risk-uuid"]));
        Assert.Equal(Said(About(result, "observations", "no-police")["uuid"]), Said(finding["related-observations"]![0]!["observation-uuid"]));
        Assert.Null(risk["deadline"]);
        Assert.DoesNotContain(List(result["risks"]), other => Property(other, "rule") == "act/few-cameras");
    }

    [Fact]
    public void A_waiver_is_an_approved_deviation_until_its_last_day_and_satisfies_nothing()
    {
        var report = SarifExample.Report(Mixed);
        var waiver = new Waiver("w-1", "act/no-police", "example", null, [], "A trial", "J. Doe", "The council", new(2021, 1, 1), new(2021, 12, 31), report.Assessments[0].Manifest.Location);
        var result = Result(SarifExample.With(report, finding => finding is { Rule.Id: "no-police" } ? finding with { Outcome = RuleOutcome.Waived, Waiver = waiver } : finding));
        var (finding, risk) = (About(result, "findings", "no-police"), About(result, "risks", "no-police"));
        Assert.Equal(("not-satisfied", "fail"), (Said(finding["target"]!["status"]!["state"]), Said(finding["target"]!["status"]!["reason"])));
        Assert.Equal(("deviation-approved", "2021-12-31T23:59:59Z"), (Said(risk["status"]), Said(risk["deadline"])));
        Assert.Contains("by J. Doe (The council): A trial.", Said(risk["description"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "TEST")]
    [InlineData("{value: true, basis: measured, on: 2021-01-01}", "TEST")]
    [InlineData("{value: true, basis: documented, source: contract.pdf}", "EXAMINE TEST")]
    [InlineData("{value: true, basis: attested, source: 'https://example.org/a b'}", "EXAMINE TEST")]
    public void Documents_are_examined_and_facts_tested(string police, string methods)
    {
        var observation = About(Result(SarifExample.Report($"police: {police}\nconsent: false\nuses: [{{id: only}}]")), "observations", "no-police");
        Assert.Equal(methods, string.Join(' ', List(observation["methods"]).Select(Said)));
        Assert.Equal("2021-06-15T00:00:00Z", Said(observation["collected"]));
    }

    [Fact]
    public void Evidence_leads_to_the_source_on_the_web_or_else_to_the_manifest()
    {
        var results = Results(SarifExample.Report("police: {value: true, basis: attested, source: 'https://example.org/a b'}\nconsent: {value: false, basis: documented, source: contract.pdf}\nuses: [{id: only}]"));
        var evidence = List(About(results["results"]![0]!, "observations", "no-police")["relevant-evidence"]).ToList();
        var manifest = List(results["back-matter"]!["resources"]).Single(resource => Property(resource, "path") is not null);
        Assert.Equal(["https://example.org/a%20b", $"#{Said(manifest["uuid"])}"], evidence.Select(one => Said(one["href"])));
        Assert.Equal("Stated: consent is false (documented in contract.pdf, line 4).", Said(evidence[1]["description"]));
    }

    [Fact]
    public void The_manifest_and_the_texts_are_resources_with_their_digests()
    {
        var report = SarifExample.Report(Mixed);
        var resources = List(Results(report)["back-matter"]!["resources"]).ToList();
        var manifest = resources.Single(resource => Property(resource, "path") == "cities/a.manifest.yaml");
        Assert.Equal(report.Assessments[0].Manifest.Digest, $"sha256:{Said(manifest["rlinks"]![0]!["hashes"]![0]!["value"])}");
        var act = resources.Single(resource => Property(resource, "rule-set") == "act");
        Assert.Equal((report.RuleSets[0].Digest, "An act (A parliament)"), (Property(act, "digest"), Said(act["citation"]!["text"])));
    }

    [Theory]
    [InlineData(BaselineState.New, "new")]
    [InlineData(BaselineState.Updated, "updated")]
    public void What_a_baseline_knows_is_a_property(BaselineState state, string word)
    {
        var result = Result(SarifExample.With(SarifExample.Report(Mixed), finding => finding.Outcome == RuleOutcome.Fail ? finding with { Baseline = state, BaselineSince = new(2021, 1, 2) } : finding));
        Assert.Equal((word, "2021-01-02"), (Property(About(result, "findings", "no-police"), "baseline"), Property(About(result, "findings", "no-police"), "baseline-since")));
        Assert.Null(Property(About(result, "findings", "few-cameras"), "baseline"));
    }

    [Fact]
    public void Every_judged_rule_is_a_reviewed_control_and_the_others_are_told()
    {
        var result = Result(SarifExample.Report(
            Example.Today,
            [("a.manifest.yaml", "manifest: a\nplaces: [DE]\npolice: true\nuses: [{id: only}]")],
            Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), id: "2-here", places: "[DE]"),
            Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), id: "elsewhere", places: "[FR]"),
            Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), id: "later", inForce: "[{from: 2030-01-01}]")));
        var controls = List(result["reviewed-controls"]!["control-selections"]![0]!["include-controls"]).Select(control => Said(control["control-id"]));
        Assert.Equal(["_2-here.r"], controls);
        Assert.Equal("- Rules not judged, being not in force: later/r\n- Rules not judged, being elsewhere: elsewhere/r", Said(result["remarks"]));
    }

    [Fact]
    public void Where_no_rule_is_judged_none_is_reviewed()
    {
        var later = Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), inForce: "[{from: 2030-01-01}]");
        var report = SarifExample.Report(Example.Today, [("a.manifest.yaml", "manifest: a\nuses: [{id: only}]")], later);
        var selection = Result(report)["reviewed-controls"]!["control-selections"]![0]!;
        Assert.NotNull(selection["include-all"]);
        Assert.Equal("act.r", Said(List(selection["exclude-controls"]).Single()["control-id"]));
        OscalSchema.SkipIfAbsent();
        Assert.Empty(OscalSchema.Problems(Written(report)));
    }

    [Fact]
    public void A_refused_manifest_is_a_result_of_its_own_that_says_what_is_wrong()
    {
        var report = SarifExample.Report(Example.Today, [("bad.manifest.yaml", "manifest: example\npolicee: true\nuses: [{id: only}]")], SarifExample.Act);
        var result = Result(report);
        Assert.Equal(("Refused: bad.manifest.yaml", "indeterminate"), (Said(result["title"]), Property(result, "verdict")));
        Assert.Contains("\\`policee\\` is not a fact of the vocabulary (line 2; cure: did you mean \\`police\\`?)", Said(result["remarks"]), StringComparison.Ordinal);
        Assert.Null(result["findings"]);
        OscalSchema.SkipIfAbsent();
        Assert.Empty(OscalSchema.Problems(Written(report)));
        Assert.Empty(OscalSchema.Problems(Written(report with { Diagnostics = [] })));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_and_another_gives_the_document_another_name()
    {
        var report = SarifExample.Report(Mixed);
        Assert.Equal(Written(report), Written(SarifExample.Report(Mixed)));
        var changed = SarifExample.With(report, finding => finding.Outcome == RuleOutcome.Fail ? finding with { Baseline = BaselineState.New } : finding);
        Assert.NotEqual(Said(Results(report)["uuid"]), Said(Results(changed)["uuid"]));
        Assert.Equal(Names(report), Names(changed));
    }

    [Fact]
    public void Names_are_made_as_RFC_9562_has_it() =>
        Assert.Equal("2ed6657d-e927-568b-95e1-2665a8aea6a2", NameUuid.Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    private static IEnumerable<string> Names(Report report) => List(Result(report)["findings"]).Select(finding => Said(finding["uuid"]));
}
