using System.Xml.Linq;
using PolicyCheck.Assessments;
using PolicyCheck.Reports;

namespace PolicyCheck.Tests.Reports.Ci;

public sealed class What_breaks_the_gate
{
    private const string Manifest = "manifest: shop\nvendor: Acme\npolice: true\nuses: [{id: door}]\n";

    private static readonly string Act = Example.RuleSet(
        Example.Rule("broken", "prohibits: {police: true}") + Example.Rule("remembered", "prohibits: {police: true}", "memory") + Example.Rule("open", "requires: {consent: true}")
        + Example.Rule("kept", "requires: {vendor: Acme}") + Example.Rule("silent", "when: {vendor: Other}\nrequires: {consent: true}"));

    private static readonly string Advice = Example.RuleSet(Example.Rule("advised", "prohibits: {police: true}") + Example.Rule("advised-open", "requires: {consent: true}"), id: "advice", standing: "guidance");

    public static TheoryData<string> Formats => ["github", "gitlab", "azuredevops", "junit", "tap", "csv", "markdown"];

    [Theory]
    [InlineData("broken", "failure fail")]
    [InlineData("remembered", "failure doubtful")]
    [InlineData("open", "failure indeterminate")]
    [InlineData("kept", "")]
    [InlineData("silent", "skipped")]
    [InlineData("advised", "skipped")]
    [InlineData("advised-open", "skipped")]
    public void A_test_fails_where_its_rule_may_break_the_gate_and_nowhere_else(string rule, string expected)
    {
        Assert.Equal(expected, Result(Report(), rule));
        var point = TapPoint.ReadAll(Report().Text("tap")).Single(one => one.Description.EndsWith($"/{rule}", StringComparison.Ordinal));
        Assert.Equal((!expected.StartsWith("failure", StringComparison.Ordinal), expected == "skipped"), (point.Ok, point.Directive.StartsWith("SKIP ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Advice_that_decides_fails_like_law()
    {
        var report = Report(new(AdvisoryCounts: true));
        Assert.Equal(("failure fail", "failure indeterminate"), (Result(report, "advised"), Result(report, "advised-open")));
    }

    [Fact]
    public void What_is_waived_or_known_is_skipped_and_what_could_not_be_evaluated_is_an_error()
    {
        Assert.Equal("skipped", Result(Report().With("broken", Reporting.Waived), "broken"));
        Assert.Equal("skipped", Result(Report().With("broken", finding => finding with { Baseline = BaselineState.Unchanged, BaselineSince = Example.Day("2021-01-01") }), "broken"));
        Assert.Equal("error error", Result(Report().With("kept", finding => finding with { Outcome = RuleOutcome.Error, Defect = "a defect" }), "kept"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_says_by_which_waiver_a_failure_is_excused(string format)
    {
        var text = Report().With("broken", Reporting.Waived).Text(format);
        Assert.All(["w-1", "J. Doe", "2020-12-31"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_can_be_written_where_nothing_was_judged(string format)
    {
        Syntax.Holds(format, (Report() with { Assessments = [] }).Text(format));
        Syntax.Holds(format, (Report() with { Assessments = [], Diagnostics = Reporting.Diagnostics("shop.manifest.yaml", "it is broken") }).Text(format));
    }

    [Fact]
    public void Curing_one_use_leaves_the_fingerprint_of_the_other_and_moving_a_line_leaves_all()
    {
        var before = Fingerprints("manifest: shop\npolice: true\nuses: [{id: door, purpose: [entry]}, {id: gate, purpose: [entry]}]\n");
        var after = Fingerprints("# moved\n\nmanifest: shop\npolice: true\nuses: [{id: door, purpose: [search]}, {id: gate, purpose: [entry]}]\n");
        Assert.Equal(2, before.Count);
        Assert.Equal(before[1], Assert.Single(after));

        var shared = Fingerprints("manifest: shop\npolice: true\nuses: [{id: door}, {id: gate}]\n", "police: true");
        Assert.Equal(shared[1], Assert.Single(Fingerprints("manifest: shop\npolice: true\nuses: [{id: gate}]\n", "police: true")));
    }

    [Fact]
    public void Two_manifests_of_one_name_in_one_file_have_entries_that_differ() =>
        Assert.Equal(2, Fingerprints("manifest: shop\npolice: true\nuses: [{id: door}]\n---\nmanifest: shop\npolice: true\nuses: [{id: door}]\n", "police: true").Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void A_summary_stays_small_though_a_file_is_nothing_but_mistakes()
    {
        var report = Report();
        var text = (report with { Diagnostics = [.. Enumerable.Range(0, 100_000).SelectMany(i => Reporting.Diagnostics("shop.manifest.yaml", $"mistake {i}"))] }).Text("markdown");
        Assert.InRange(text.Length, 1, 100_000);
        Assert.Contains("- and 99900 more problems\n", text, StringComparison.Ordinal);
        Assert.Contains("act/broken", text, StringComparison.Ordinal);
    }

    private static List<string> Fingerprints(string manifest, string prohibited = "use.purpose: entry") =>
    [
        .. Syntax.GitLab(Reporting.Of(Example.Load(Example.RuleSet(Example.Rule("r", $"prohibits: {{{prohibited}}}"))), Example.Today, null, ("shop.manifest.yaml", manifest)).Text("gitlab"))
            .Select(entry => entry.GetProperty("fingerprint").GetString() ?? ""),
    ];

    private static string Result(Report report, string rule)
    {
        var result = Case(report, rule).Elements().SingleOrDefault();
        return result is null ? "" : $"{result.Name} {result.Attribute("type")?.Value}".TrimEnd();
    }

    private static XElement Case(Report report, string rule) =>
        JUnitXml.Read(report.Text("junit")).Descendants("testcase").Single(one => one.Attribute("name")!.Value == $"{rule} (door)");

    private static Report Report(AssessmentOptions? options = null) => Reporting.Of(Example.Load(Act, Advice), Example.Today, options, ("shop.manifest.yaml", Manifest));
}
