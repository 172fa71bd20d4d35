namespace PolicyCheck.Cli.Tests.Timelines;

public sealed class CheckOverTimeTests
{
    private const string Sheriff = "rules/examples/washington-county-sheriff.manifest.yaml";

    [Fact]
    public async Task A_deployment_is_judged_over_its_own_period_and_the_day_on_which_it_stops_being_compliant_is_named()
    {
        using var folder = new Folder().Write("m.manifest.yaml", Manifest("{from: 2020-01-01, until: 2023-01-01}"));
        var run = await Check(folder, "--over", "period");
        Assert.Equal(("", ExitCode.DoesNotHold), (run.Error, run.Code));
        Assert.Contains("it stops being compliant on 2020-06-10:\n    2020-01-01 to 2020-06-09 not-applicable (no binding rule speaks to it)\n    2020-06-10 to 2022-12-31 non-compliant\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("as of 2020-06-10", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{until: 2020-06-10}", 0)]
    [InlineData("{until: 2020-06-11}", 1)]
    [InlineData("{from: 2019-01-01}", 1)]
    public async Task The_worst_day_of_the_period_decides_the_exit_code(string period, int expected)
    {
        using var folder = new Folder().Write("m.manifest.yaml", Manifest(period));
        Assert.Equal(expected, (int)(await Check(folder, "--over", "period", "--as-of", "2019-05-01")).Code);
    }

    [Fact]
    public async Task The_json_report_has_each_stretch_of_the_period_and_the_day_that_was_judged()
    {
        using var folder = new Folder().Write("m.manifest.yaml", Manifest("{from: 2020-01-01, until: 2023-01-01}"));
        var period = (await Check(folder, "--over", "period", "-o", "json")).Json.GetProperty("manifests")[0].GetProperty("period");
        Assert.Equal("2020-06-10", period.GetProperty("judgedOn").GetString());
        Assert.Equal("2020-06-10", period.GetProperty("compliantUntil").GetString());
        Assert.Equal(["not-applicable", "non-compliant"], period.GetProperty("stretches").EnumerateArray().Select(stretch => stretch.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task A_manifest_without_a_period_cannot_be_judged_over_one()
    {
        using var folder = new Folder().Write("m.manifest.yaml", Manifest("").Replace("period: \n", "", StringComparison.Ordinal));
        var run = await Check(folder, "--over", "period");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("`m` has none: add `period: {from: 2026-01-01}` to its manifest", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-12-31", "it begins on 2020-01-01")]
    [InlineData("2023-01-01", "it ended on 2022-12-31")]
    [InlineData("2022-12-31", null)]
    public async Task A_check_of_a_day_outside_the_period_says_so(string asOf, string? expected)
    {
        using var folder = new Folder().Write("m.manifest.yaml", Manifest("{from: 2020-01-01, until: 2023-01-01}"));
        var output = (await Check(folder, "--as-of", asOf)).Output;
        Assert.Equal(expected is not null, output.Contains("It doesn't run on that day", StringComparison.Ordinal));
        Assert.Contains(expected ?? "", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "Within a year:\n    2020-06-10 not applicable → non-compliant")]
    [InlineData("markdown", "| 2020-06-10 | not applicable → non-compliant |")]
    [InlineData("html", "What is coming within a year")]
    [InlineData("json", "\"day\": \"2020-06-10\"")]
    public async Task A_check_says_what_is_coming_within_a_year(string format, string expected)
    {
        var soon = await Run.Of("check", Sheriff, "--as-of", "2019-06-10", "--rules", "rules/corporate", "-o", format);
        Assert.Contains(expected, soon.Output, StringComparison.Ordinal);
        var later = await Run.Of("check", Sheriff, "--as-of", "2019-06-09", "--rules", "rules/corporate", "-o", format);
        Assert.DoesNotContain(expected, later.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_check_says_nothing_of_other_days()
    {
        var run = await Run.Of("check", Sheriff, "--as-of", "2020-06-15", "--quiet");
        Assert.DoesNotContain("Within a year", run.Output, StringComparison.Ordinal);
    }

    private static Task<Run> Check(Folder folder, params string[] more) =>
        Run.In(folder.Path, ["check", "m.manifest.yaml", "--rules", Path.Combine(Repository.Root, "rules", "corporate"), .. more]);

    private static string Manifest(string period) => $"manifest: m\nperiod: {period}\nplaces: [US-OR]\ndeployer: {{sector: law-enforcement, policeDepartment: true}}\nsystem: {{vendor: Amazon, product: Rekognition, function: identification}}\nuses:\n  - id: u\n    purpose: [criminal-investigation]\n";
}
