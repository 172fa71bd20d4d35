using System.Text.Json;

namespace PolicyCheck.Cli.Tests.Gate;

public sealed class ConfigTests
{
    private const string Own = "manifests: [deployments]\nrules: [law]\nruleSets: []\n";

    [Fact]
    public async Task A_project_says_what_is_checked_and_by_which_rules()
    {
        using var folder = Shop.Project(Own + "output: [json]\n", Shop.Unreviewed);
        var run = await Run.In(folder.Path, "check");
        Assert.Equal((ExitCode.DoesNotHold, ""), (run.Code, run.Error));
        Assert.Equal(["shops"], run.Json.GetProperty("ruleSets").EnumerateArray().Select(set => set.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_configuration_is_found_from_a_folder_below_it_and_its_paths_start_from_its_own()
    {
        using var folder = Shop.Project(Own + "output: [text, json=reports/r.json]\n", Shop.Unreviewed).Write("reports/.keep", "").Write("a/b/.keep", "");
        var run = await Run.In(Path.Combine(folder.Path, "a", "b"), "check");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Contains("../../deployments/shop.manifest.yaml:1", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"verdict\": \"non-compliant\"", folder.Read("reports/r.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_counts_before_the_environment_and_that_before_the_file()
    {
        using var folder = Shop.Project(Own + "failOn: [never]\n", Shop.Unreviewed);
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, "check")).Code);
        Assert.Equal(ExitCode.DoesNotHold, (await Run.Under(["POLICYCHECK_FAIL_ON=advisory;not-applicable"], folder.Path, "check")).Code);
        Assert.Equal(ExitCode.Holds, (await Run.Under(["POLICYCHECK_FAIL_ON=advisory"], folder.Path, "check", "--fail-on", "never")).Code);
        Assert.Equal(ExitCode.Indeterminate, (await Run.In(folder.Path, "check", "--no-config", "deployments")).Code);
    }

    [Fact]
    public async Task Rules_named_on_the_command_line_take_the_place_of_those_of_the_project()
    {
        using var folder = Shop.Project("manifests: [deployments]\nruleSets: [amazon-*]\noutput: [json]\n", Shop.Unreviewed);
        var run = await Run.In(folder.Path, "check", "--rules", "law");
        Assert.Equal(["shops"], run.Json.GetProperty("ruleSets").EnumerateArray().Select(set => set.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Config_show_says_where_each_value_comes_from()
    {
        using var folder = Shop.Project(Own + "strict: true\nseverities: {shops: low}\n", Shop.Unreviewed);
        var run = await Run.Under(["POLICYCHECK_OUTPUT=json"], folder.Path, "config", "show", "--fail-on", "advisory", "--json");
        var from = JsonElement.Parse(run.Output).GetProperty("settings").EnumerateArray().ToDictionary(setting => setting.GetProperty("name").GetString() ?? "", setting => (setting.GetProperty("value").GetString(), setting.GetProperty("from").GetString()));
        Assert.Equal(("deployments", ".policycheck.yaml:1:12"), from["manifests"]);
        Assert.Equal(("advisory", "command line"), from["failOn"]);
        Assert.Equal(("json", "POLICYCHECK_OUTPUT"), from["output"]);
        Assert.Equal(("true", ".policycheck.yaml:4:9"), from["strict"]);
        Assert.Equal(("", "default"), from["baseline"]);
        Assert.Equal(("shops", ".policycheck.yaml:3:11"), from["ruleSets"]);
        Assert.Equal(("low", ".policycheck.yaml:5:14"), from["severities.shops"]);
    }

    [Theory]
    [InlineData("ruleSets: [eu-ai-actt]\n", "did you mean `eu-ai-act`?")]
    [InlineData("ruleSets: [nothing-*]\n", "no built-in rule set's id matches `nothing-*`")]
    [InlineData("severities: {eu-ai-act/nothing: low}\n", "there is no rule set or rule `eu-ai-act/nothing`")]
    [InlineData("parameters: {nist-frte-1n: {operatingPoint: 5 %}}\n", ".policycheck.yaml:1:29: error PC97")]
    [InlineData("parameters: {accuracy-and-demographic-differential: {falseMatchLimit: 1 in 100}}\n", "would be looser than the text, which says 1 in 10000")]
    [InlineData("rules: [nowhere]\n", "there is no folder `nowhere`")]
    [InlineData("manifest: [deployments]\n", "did you mean `manifests`?")]
    public async Task A_mistake_in_the_configuration_stops_everything(string configuration, string told)
    {
        using var folder = new Folder().Write(".policycheck.yaml", configuration).Write("shop.manifest.yaml", Shop.Unreviewed);
        foreach (var verb in new string[][] { ["check", "shop.manifest.yaml"], ["config", "show"] })
        {
            var run = await Run.In(folder.Path, verb);
            Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
            Assert.Contains(told, run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POLICYCHECK_FAIL_ON=advisroy", "POLICYCHECK_FAIL_ON: ")]
    [InlineData("POLICYCHECK_FAILON=advisory", "did you mean POLICYCHECK_FAIL_ON?")]
    [InlineData("POLICYCHECK_AS_OF=yesterday", "POLICYCHECK_AS_OF: ")]
    [InlineData("POLICYCHECK_CONFIG=nowhere.yaml", "`nowhere.yaml` can't be read")]
    public async Task A_mistake_in_the_environment_is_told_by_its_name(string variable, string told)
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed);
        var run = await Run.Under([variable], folder.Path, "check");
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_the_environment_that_looks_like_a_flag_is_a_value()
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed);
        Assert.Equal(ExitCode.Usage, (await Run.Under(["POLICYCHECK_OUTPUT=--strict"], folder.Path, "check")).Code);
    }

    [Theory]
    [InlineData("critical", 0)]
    [InlineData("high", 1)]
    [InlineData("low", 1)]
    public async Task What_is_less_severe_than_asked_is_reported_and_breaks_nothing(string severity, int code)
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed);
        var run = await Run.In(folder.Path, "check", "--min-severity", severity);
        Assert.Equal((ExitCode)code, run.Code);
        Assert.Contains("NON-COMPLIANT", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_severity_of_the_project_takes_part_in_that()
    {
        using var folder = Shop.Project(Own + "severities: {shops/no-search: low}\nminSeverity: medium\n", Shop.Unreviewed);
        var run = await Run.In(folder.Path, "check");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Contains("Weight      low", run.Output, StringComparison.Ordinal);
    }
}
