using System.Text.Json;

namespace PolicyCheck.Cli.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task The_list_has_the_documented_keys()
    {
        var run = await Run.Of("list", "-o", "json", "--as-of", "2020-06-15");

        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Equal("2020-06-15", run.Json.Text("asOf"));
        Assert.Matches(@"^\d+\.\d+$", run.Json.Text("schemaVersion"));
        Assert.Equal(run.Json.Texts("ruleSets", "id").Order(StringComparer.Ordinal), run.Json.Texts("ruleSets", "id"));
        Assert.All(run.Json.Items("ruleSets"), set =>
        {
            Assert.All(["id", "title", "authority", "standing", "read"], key => Assert.NotEmpty(set.Text(key)));
            Assert.All(set.Items("jurisdictions").Concat(set.Items("rules")), item => Assert.Equal(JsonValueKind.String, item.ValueKind));
            Assert.NotEmpty(set.Items("rules"));
            Assert.All(set.Items("inForce"), period => Assert.All(period.Keys(), key => Assert.Contains(key, new[] { "from", "until" })));
        });
    }

    [Fact]
    public async Task Every_shipped_rule_set_is_listed()
    {
        var run = await Run.Of("list", "-o", "json");
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "rules"), "*.rules.yaml", SearchOption.AllDirectories).Select(file => Path.GetFileName(file).Split('.')[0]);
        Assert.Equal(files.Order(StringComparer.Ordinal), run.Json.Texts("ruleSets", "id"));
    }

    [Theory]
    [InlineData("world", true)]
    [InlineData("US", true)]
    [InlineData("US-OR/portland", true)]
    [InlineData("FR", false)]
    public async Task Only_what_binds_in_a_place_is_listed_for_it(string place, bool bindsAmericans)
    {
        var run = await Run.Of("list", "--place", place, "-o", "json", "--as-of", "2020-06-15");

        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Contains("amazon-rekognition-moratorium", run.Json.Texts("ruleSets", "id"));
        Assert.Equal(bindsAmericans, run.Json.Texts("ruleSets", "id").Contains("advocates-permanent-ban"));
    }

    [Theory]
    [InlineData("2020-06-09", false)]
    [InlineData("2020-06-10", true)]
    [InlineData("2021-06-09", true)]
    [InlineData("2021-06-10", false)]
    public async Task The_list_says_what_is_in_force_on_the_day(string day, bool expected)
    {
        var run = await Run.Of("list", "-o", "json", "--as-of", day);
        var pause = run.Json.Items("ruleSets").Single(set => set.Text("id") == "amazon-rekognition-moratorium");
        Assert.Equal(expected, pause.GetProperty("isInForce").GetBoolean());
        Assert.Equal("2020-06-10 2021-06-10", $"{pause.Items("inForce")[0].Text("from")} {pause.Items("inForce")[0].Text("until")}");
    }

    [Fact]
    public async Task The_facts_are_listed_with_the_questions_that_ask_for_them()
    {
        var run = await Run.Of("list", "facts", "-o", "json");
        Assert.Contains("deployer.sector", run.Json.Texts("facts", "fact"));
        Assert.All(run.Json.Texts("facts", "question"), question => Assert.EndsWith("?", question, StringComparison.Ordinal));
    }
}
