using System.Globalization;
using System.Xml.Linq;
using PolicyCheck.Assessments;
using PolicyCheck.Baselines;
using PolicyCheck.Loading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Reports;

public sealed class A_report_as_a_page
{
    private const string Rules = """
        - id: no-police
          title: The police don't search
          citation: "text, section 1"
          prohibits: {police: true, use.purpose: search}
          unless:
            - {id: rescue, title: Rescue, citation: "text, section 2", when: {use.purpose: rescue}}
          severity: critical
          remedy: Stop.
        - id: consent
          title: People agree
          citation: "text, section 3"
          requires: {consent: true}
          severity: high
          remedy: Ask them.
        - id: cameras
          title: There are few cameras
          citation: memory
          requires: {cameras: {atMost: 10}}
          severity: low
          remedy: Take some down.
        - id: trains
          title: Trains have none
          citation: text
          when: {sector: transport}
          prohibits: {use.purpose: search}
          severity: low
          remedy: Stop.
        """;

    private const string Manifest = """
        # The station's system.
        manifest: station
        title: The station
        police: true
        sector: police
        cameras: {value: 12, basis: documented, source: plan.pdf, on: 2021-05-01}
        uses:
          - id: hall
            purpose: [search]
          - id: yard
            purpose: [search]
          - id: roof
            purpose: [rescue]
        """;

    private static readonly string Act = Example.RuleSet(Rules).Replace("{id: text, title: The text,", "{id: text, title: The text, url: \"https://example.org/act?a=1&b=2\", checked: 2021-06-01,", StringComparison.Ordinal);

    private static readonly string Advice = Example.RuleSet(Example.Rule("advised", "requires: {consent: false}"), id: "advice", standing: "guidance");

    private static readonly string Later = Example.RuleSet(Example.Rule("later", "prohibits: {police: true}"), id: "later", inForce: "[{from: 2030-01-01}]");

    private static readonly Report Small = Page.Report(Manifest, Act, Advice, Later);

    private static readonly RuleLibrary Library = RuleLibraryLoader.Load(BuiltInRules.Files);

    private static readonly Assessor OfLibrary = new(Library);

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Golden.PathOf("rules/examples"), "*.manifest.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void It_is_what_was_agreed_on() => Golden.Verify("tests/PolicyCheck.Engine.Tests/Reports/small.html", Page.Of(Small).Text);

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(Page.Of(Small).Text, Page.Of(Page.Report(Manifest, Act, Advice, Later)).Text);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_example_makes_a_sound_page(string file)
    {
        var manifests = File.ReadAllText(Golden.PathOf($"rules/examples/{file}"));
        var report = Page.Report(manifests, Library, OfLibrary, new(2026, 11, 23), $"rules/examples/{file}");
        SoundPage.Holds(Page.Of(report), report);
    }

    [Fact]
    public void A_small_page_is_sound() => SoundPage.Holds(Page.Of(Small), Small);

    [Fact]
    public void The_verdict_comes_first_and_the_day_with_it()
    {
        var page = Page.Of(Small);
        Assert.Equal("✗ Non-compliant", page.All("h1").Single().Value);
        Assert.Equal("✗ Non-compliant", page.All("main").Single().Descendants().First(element => element.Name.LocalName.StartsWith('h')).Value);
        Assert.Equal(Example.Today, page.All("time").First().Attribute("datetime")?.Value);
    }

    [Fact]
    public void What_fails_is_told_beside_the_verdict_with_its_uses_and_its_doubt()
    {
        var verdict = Page.Of(Small).OfClass("verdict").Single().Value;
        Assert.Contains("The police don't search (hall and yard)", verdict, StringComparison.Ordinal);
        Assert.Contains("There are few cameras (roof, in doubt)", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_rule_leads_to_its_facts_lines_and_the_lines_lead_back()
    {
        var page = Page.Of(Small);
        var card = page.ById("m1-use-1-act.no-police");
        Assert.NotNull(card);
        var lines = card.Descendants().Attributes("href").Select(link => link.Value).Where(link => link.Contains("-line-", StringComparison.Ordinal));
        Assert.Equal(["#m1-line-4", "#m1-line-9", "#m1-line-11"], lines);
        Assert.All(new[] { 4, 9, 11 }, line => Assert.Contains("#m1-use-1-act.no-police", page.ById($"m1-line-{line}")!.Descendants().Attributes("href").Select(link => link.Value)));
        Assert.Contains("bad", page.ById("m1-line-4")!.Attribute("class")?.Value, StringComparison.Ordinal);
        Assert.Null(page.ById("m1-line-5")!.Attribute("class"));
    }

    [Fact]
    public void The_text_that_binds_stands_beside_the_finding()
    {
        var card = Page.Of(Small).ById("m1-use-1-act.no-police")!;
        Assert.Contains("https://example.org/act?a=1&b=2", card.Descendants().Attributes("href").Select(link => link.Value));
        Assert.Contains("The text, section 1", card.Value, StringComparison.Ordinal);
        Assert.Contains("Statute of A parliament, in force from 2020-01-01.", card.Value, StringComparison.Ordinal);
        Assert.Contains("Read: official; checked on 2021-06-01; confidence in the rule: high.", card.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_open_says_whom_to_ask()
    {
        var page = Page.Of(Small);
        Assert.Contains("Ask the operator", page.All("h5").Select(heading => heading.Value));
        Assert.Contains("Did people agree? consent, for 1 rule", page.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubtful_failure_says_its_doubt() =>
        Assert.Contains("nobody has read A memory", Page.Of(Small).ById("m1-use-1-act.cameras")!.Value, StringComparison.Ordinal);

    [Fact]
    public void Uses_of_which_the_same_was_found_are_written_once_with_all_their_lines()
    {
        var page = Page.Of(Small);
        Assert.Equal(["Uses: hall and yard ✗ non-compliant", "Use: roof ? indeterminate"], page.All("h3").Select(heading => heading.Value).Where(text => text.StartsWith("Use", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_manifest_of_a_file_shows_its_own_lines()
    {
        var page = Page.Of(Page.Report($"{Manifest}\n---\nmanifest: other\npolice: true\nuses: [{{id: only}}]\n", Act));
        Assert.NotNull(page.ById("m1-line-13"));
        Assert.Null(page.ById("m1-line-14"));
        Assert.Null(page.ById("m2-line-14"));
        Assert.Equal("15manifest: other", page.ById("m2-line-15")!.Value);
        Assert.NotNull(page.ById("m2-line-17"));
        Assert.Null(page.ById("m2-line-18"));
    }

    [Fact]
    public void A_waiver_names_who_granted_it_and_its_last_day()
    {
        var waiver = new Waiver("w-1", "act/no-police", "station", null, [], "A trial", "Ada Example", "the council", new(2021, 1, 1), new(2021, 12, 31), new(new("waivers.yaml", ""), default));
        var page = Page.Of(Page.With(Small, finding => finding.Rule.Id == "no-police" && finding.Outcome == RuleOutcome.Fail ? finding with { Outcome = RuleOutcome.Waived, Waiver = waiver } : finding));
        Assert.Contains("What is waived", page.All("h4").Select(heading => heading.Value));
        Assert.Contains("Granted by Ada Example, the council, from 2021-01-01; its last day is 2021-12-31.", page.ById("m1-use-1-act.no-police")!.Value, StringComparison.Ordinal);
        Assert.Contains("A trial", page.ById("m1-use-1-act.no-police")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BaselineState.New, "new since the baseline")]
    [InlineData(BaselineState.Unchanged, "in the baseline")]
    [InlineData(BaselineState.Updated, "in the baseline, updated")]
    public void A_finding_says_how_it_compares_with_the_baseline(BaselineState state, string said)
    {
        var page = Page.Of(Page.With(Small, finding => finding.Outcome == RuleOutcome.Fail ? finding with { Baseline = state } : finding));
        Assert.Contains(said, page.ById("m1-use-1-act.no-police")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baseline_is_told_with_its_age()
    {
        var entry = new BaselineEntry("f", "act/no-police", "station.manifest.yaml", "station", "hall", [], true, "d", new(2021, 6, 1));
        var marked = Page.With(Small, finding => finding.Rule.Id == "no-police" && finding.Outcome == RuleOutcome.Fail ? finding with { Baseline = BaselineState.Unchanged, BaselineSince = entry.Since } : finding);
        var page = Page.Of(marked with { Baseline = new("baseline.json", new(2021, 6, 1), [entry], [], 3) });
        Assert.Contains("Compared with the baseline baseline.json of 2021-06-01: 0 new, 2 unchanged, 0 updated, 0 gone, 3 of manifests that weren’t judged. The oldest is in it since 2021-06-01 (14 days).", page.OfClass("verdict").Single().Value, StringComparison.Ordinal);
        Assert.Contains("has it since 2021-06-01 (14 days), so it doesn’t fail the check", page.ById("m1-use-1-act.no-police")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "so this counts as indeterminate")]
    [InlineData(true, "it counts as a failure, because the run is strict")]
    public void A_doubt_counts_as_the_run_asks(bool strict, string said) =>
        Assert.Contains(said, Page.Of(Small with { Options = new(Strict: strict) }).ById("m1-use-1-act.cameras")!.Value, StringComparison.Ordinal);

    [Theory]
    [InlineData(false, "they don’t decide the verdict")]
    [InlineData(true, "in this run they count towards the verdict all the same")]
    public void Advice_counts_as_the_run_asks(bool counts, string said) =>
        Assert.Contains(said, Page.Of(Small with { Options = new(AdvisoryCounts: counts) }).Shown, StringComparison.Ordinal);

    [Fact]
    public void An_error_is_shown_with_what_went_wrong()
    {
        var page = Page.Of(Page.With(Small, finding => finding.Rule.Id == "consent" ? finding with { Outcome = RuleOutcome.Error, Defect = "it broke" } : finding));
        Assert.Contains("What couldn’t be evaluated", page.All("h4").Select(heading => heading.Value));
        Assert.Contains("it broke", page.ById("m1-use-1-act.consent")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_manifest_is_told_with_its_mistakes()
    {
        var page = Page.Of(Page.Report("manifest: shop\npolise: true\nuses: [{id: only}]\n", Act));
        Assert.Equal("? Indeterminate", page.All("h1").Single().Value);
        Assert.Contains("Manifests that were refused", page.All("h2").Select(heading => heading.Value));
        Assert.Contains("polise: true", page.OfClass("excerpt").Select(excerpt => excerpt.Value));
        Assert.Contains("line 2, column 1", page.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_do_not_speak_are_counted_and_folded_away()
    {
        var page = Page.Of(Small);
        Assert.Contains("2 rules: 1 silent on these facts and 1 not in force", page.All("summary").Select(summary => summary.Value));
        Assert.Null(page.ById("m1-use-1-later.later"));
    }

    [Fact]
    public void The_texts_considered_are_all_named_with_their_digests()
    {
        var page = Page.Of(Small);
        Assert.All(Small.RuleSets, set => Assert.Contains(set.Digest, page.OfClass("digest").Select(digest => digest.Value)));
    }

    [Fact]
    public void It_says_that_it_is_no_legal_advice_and_what_made_it()
    {
        var foot = Page.Of(Small).All("footer").Single().Value;
        Assert.Contains(Report.Notice, foot, StringComparison.Ordinal);
        Assert.Contains($"PolicyCheck {Report.EngineVersion}", foot, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        const string hostile = "\\\"><script>alert(1)</script><img src=x onerror=alert(1)>'&amp;\\u202E\\u0007\\n{x}\\uFFFE";
        var page = Page.Of(Page.Report($"manifest: shop\ntitle: \"{hostile}\"\npolice: {{value: true, basis: documented, source: \"{hostile}\"}}\nuses: [{{id: only, title: \"{hostile}\", purpose: [search]}}]\n", Act));
        Assert.Empty(page.All("script").Concat(page.All("img")));
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Text, letter => char.GetUnicodeCategory(letter) == UnicodeCategory.Format || (char.IsControl(letter) && letter != '\n'));
        Assert.Contains("\"><script>alert(1)</script><img src=x onerror=alert(1)>'&amp;�␇␊{x}�", page.All("h2").First().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org")]
    [InlineData("act.html")]
    public void An_address_that_is_not_of_the_web_is_no_link(string url)
    {
        var page = Page.Of(Page.With(Small, finding => finding with { RuleSet = finding.RuleSet with { Sources = [.. finding.RuleSet.Sources.Select(source => source with { Url = url })] } }));
        var card = page.ById("m1-use-1-act.no-police")!;
        Assert.DoesNotContain(url, card.Descendants().Attributes("href").Select(link => link.Value));
        Assert.Contains("The text, section 1", card.Value, StringComparison.Ordinal);
    }
}
