namespace PolicyCheck.Cli.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("reviewed", "", 0)]
    [InlineData("comparing", "", 0)]
    [InlineData("comparing", "--fail-on not-applicable", 1)]
    [InlineData("reviewed comparing", "--fail-on not-applicable", 1)]
    [InlineData("reviewed", "--fail-on not-applicable", 0)]
    [InlineData("searching", "", 1)]
    [InlineData("searching", "--fail-on never", 0)]
    [InlineData("searching", "--fail-on non-compliant", 1)]
    [InlineData("unsaid", "", 4)]
    [InlineData("unsaid", "--fail-on non-compliant", 0)]
    [InlineData("unsaid", "--fail-on never", 0)]
    [InlineData("unsaid", "--fail-on advisory", 4)]
    [InlineData("unsaid", "--strict", 4)]
    [InlineData("broken", "", 3)]
    [InlineData("broken", "--fail-on never", 3)]
    [InlineData("broken", "--fail-on non-compliant", 3)]
    [InlineData("searching unsaid", "", 1)]
    [InlineData("searching reviewed", "", 1)]
    [InlineData("searching comparing unsaid reviewed", "", 1)]
    [InlineData("unsaid reviewed", "", 4)]
    [InlineData("comparing reviewed", "", 0)]
    [InlineData("broken searching", "", 3)]
    [InlineData("broken unsaid reviewed", "", 3)]
    [InlineData("broken searching", "--fail-on never", 3)]
    public async Task The_worst_manifest_gives_the_exit_code_in_every_format_and_order(string manifests, string options, int expected)
    {
        using var folder = Texts.ShopFolder();
        var files = manifests.Split(' ').Select(name => $"{name}.manifest.yaml").ToArray();

        foreach (var format in new[] { "text", "json" })
        {
            foreach (var ordered in new[] { files, [.. files.Reverse()] })
            {
                var run = await Run.In(folder.Path, ["check", .. ordered, "--rules", "rules", "-o", format, .. Words(options)]);
                Assert.Equal((ExitCode)expected, run.Code);
                Assert.NotEmpty(run.Output);
            }
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("--fail-on advisory", 1)]
    [InlineData("--fail-on advisory --fail-on never", 0)]
    [InlineData("--fail-on not-applicable", 1)]
    public async Task Advice_decides_only_where_it_was_asked_to(string options, int expected)
    {
        using var folder = new Folder()
            .Write("rules/advice.rules.yaml", Texts.ShopGuidance)
            .Write("shop.manifest.yaml", Texts.Comparing + "safeguards: {notice: [none]}\n");

        var run = await Run.In(folder.Path, ["check", ".", "--rules", "rules", .. Words(options)]);
        Assert.Equal((ExitCode)expected, run.Code);
    }

    [Theory]
    [InlineData("read: recollection", "", 4)]
    [InlineData("read: recollection", "--strict", 1)]
    [InlineData("read: official", "", 1)]
    public async Task A_rule_that_nobody_has_read_fails_only_strictly(string read, string options, int expected)
    {
        using var folder = Texts.ShopFolder().Write("rules/shops.rules.yaml", Texts.ShopRules.Replace("read: official", read, StringComparison.Ordinal));

        var run = await Run.In(folder.Path, ["check", "searching.manifest.yaml", "--rules", "rules", .. Words(options)]);
        Assert.Equal((ExitCode)expected, run.Code);
    }

    [Fact]
    public async Task A_proposal_counts_only_where_it_is_included_and_advice_decides()
    {
        const string Ban = "rules/examples/us-police-any-vendor.manifest.yaml";
        var included = await Run.Of("check", Ban, "--as-of", "2020-06-10", "--include", "proposals", "--fail-on", "advisory", "-o", "json");
        var left = await Run.Of("check", Ban, "--as-of", "2020-06-10", "--fail-on", "advisory", "-o", "json");

        Assert.Contains("advocates-permanent-ban", included.Json.Texts("ruleSets", "id"));
        Assert.DoesNotContain("advocates-permanent-ban", left.Json.Texts("ruleSets", "id"));
        Assert.Equal(ExitCode.DoesNotHold, included.Code);
    }

    [Fact]
    public async Task An_invalid_rule_set_is_invalid_input_and_nothing_is_judged()
    {
        using var folder = Texts.ShopFolder().Write("rules/shops.rules.yaml", Texts.ShopRules.Replace("standing: ordinance", "standing: ordinanse", StringComparison.Ordinal));

        var run = await Run.In(folder.Path, "check", "reviewed.manifest.yaml", "--rules", "rules", "--fail-on", "never", "-o", "json");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains("did you mean `ordinance`?", run.Error, StringComparison.Ordinal);
    }

    private static string[] Words(string options) => options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
