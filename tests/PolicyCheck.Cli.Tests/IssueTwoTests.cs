using System.Text.Json;

namespace PolicyCheck.Cli.Tests;

/// <summary>What the second issue says that the program must show.</summary>
public sealed class IssueTwoTests
{
    private const string Sheriff = "rules/examples/washington-county-sheriff.manifest.yaml";

    [Fact]
    public async Task The_day_before_the_pause_the_sheriff_may_go_on()
    {
        var run = await Run.Of("check", Sheriff, "--as-of", "2020-06-09", "-o", "json");

        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.All(
            run.Json.Findings().Where(finding => finding.Text("ruleSet").StartsWith("amazon-rekognition-moratorium", StringComparison.Ordinal)),
            finding => Assert.Equal("not-applicable", finding.Text("outcome")));
    }

    [Fact]
    public async Task On_the_first_day_of_the_pause_the_sheriff_fails_it()
    {
        var run = await Run.Of("check", Sheriff, "--as-of", "2020-06-10", "-o", "json");

        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.All(run.Json.Uses(), use => Assert.Equal("fail", use.Finding("amazon-rekognition-moratorium/police-use").Text("outcome")));
    }

    [Fact]
    public async Task When_the_year_is_over_the_sheriff_fails_the_extension()
    {
        var run = await Run.Of("check", Sheriff, "--as-of", "2021-06-11", "-o", "json");

        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.All(run.Json.Uses(), use => Assert.Equal("not-in-force", use.Finding("amazon-rekognition-moratorium/police-use").Text("reason")));
        Assert.All(run.Json.Uses(), use => Assert.Equal("fail", use.Finding("amazon-rekognition-moratorium-extension/police-use").Text("outcome")));
    }

    [Fact]
    public async Task Who_searches_for_missing_children_passes_by_the_named_exception()
    {
        var run = await Run.Of("check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15", "-o", "json", "--rules", "rules/corporate");

        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Equal("compliant", run.Json.Text("verdict"));
        var finding = Assert.Single(run.Json.Uses()).Finding("amazon-rekognition-moratorium/police-use");
        Assert.Equal("pass", finding.Text("outcome"));
        var exception = Assert.Single(finding.Items("exceptions"));
        Assert.Equal("victim-search true", $"{exception.Text("id")} {exception.Text("applies")}");
    }

    [Fact]
    public async Task What_nobody_has_said_of_Project_Tyr_is_asked_for()
    {
        var run = await Run.Of("check", "rules/examples/fbi-project-tyr.manifest.yaml", "--as-of", "2024-02-01", "-o", "json");

        Assert.Equal(ExitCode.Indeterminate, run.Code);
        var finding = Assert.Single(run.Json.Uses()).Finding("amazon-rekognition-moratorium-extension/police-use");
        Assert.Equal("indeterminate", finding.Text("outcome"));
        Assert.Equal(["deployer.policeDepartment", "system.function"], finding.Texts("missing", "fact"));
    }

    [Fact]
    public async Task The_report_on_all_examples_has_the_documented_keys()
    {
        var run = await Run.Of("check", "rules/examples", "-o", "json", "--as-of", "2020-06-15");

        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        ReportContract.Holds(run.Json);
        Assert.Equal("2020-06-15", run.Json.Text("asOf"));
        Assert.Equal("non-compliant", run.Json.Text("verdict"));
    }

    [Fact]
    public async Task Every_manifest_of_the_folder_is_reported_in_the_order_of_the_paths()
    {
        var run = await Run.Of("check", "rules/examples", "-o", "json", "--as-of", "2020-06-15");

        var files = Directory.GetFiles(Path.Combine(Repository.Root, "rules", "examples"), "*.manifest.yaml").Select(file => $"rules/examples/{Path.GetFileName(file)}");
        Assert.Equal(files.Order(StringComparer.Ordinal), run.Json.Texts("manifests", "path").Distinct());
    }

    [Fact]
    public async Task Every_finding_points_into_its_manifest()
    {
        var run = await Run.Of("check", "rules/examples", "-o", "json", "--as-of", "2020-06-15");

        foreach (var manifest in run.Json.Items("manifests"))
        {
            var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, manifest.Text("path")), TestContext.Current.CancellationToken);
            foreach (var fact in manifest.Items("uses").SelectMany(use => use.Items("findings")).SelectMany(finding => finding.Items("facts")))
            {
                var stated = fact.TryGetProperty("followsFrom", out var other) ? other.GetString() ?? "" : fact.Text("fact");
                Assert.Matches($@"^([\w-]+\.)*{stated.Split('.')[^1]}\b", Pointed(fact, lines));
            }
        }
    }

    private static string Pointed(JsonElement fact, string[] lines)
    {
        var location = fact.GetProperty("location");
        return lines[location.GetProperty("line").GetInt32() - 1][(location.GetProperty("column").GetInt32() - 1)..];
    }
}
