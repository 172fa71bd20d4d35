namespace PolicyCheck.Cli.Tests;

public sealed class DocsTests
{
    [Theory]
    [InlineData("markdown", "README.md", "facts.md", "rule-sets/shops.md")]
    [InlineData("html", "index.html", "facts.html", "rule-sets/shops.html")]
    public async Task A_reference_is_written_and_is_then_up_to_date(string format, params string[] pages)
    {
        using var folder = Texts.ShopFolder();

        var written = await Run.In(folder.Path, "docs", "rules", "-o", $"{format}=reference");
        var check = await Run.In(folder.Path, "docs", "rules", "-o", $"{format}=reference", "--check");
        Assert.Equal(new Run(ExitCode.Holds, "", ""), written);
        Assert.Equal(new Run(ExitCode.Holds, "", ""), check);
        Assert.All(pages, page => Assert.NotEmpty(folder.Read($"reference/{page}")));
    }

    [Fact]
    public async Task A_check_names_each_page_that_is_missing_stale_or_superfluous_and_writes_nothing()
    {
        using var folder = Texts.ShopFolder();
        await Run.In(folder.Path, "docs", "rules", "-o", "markdown=reference");
        var index = folder.Read("reference/README.md");
        folder.Write("reference/rule-sets/gone.md", index).Write("reference/rule-sets/mine.md", "# My own\n").Write("reference/README.md", index + "x");
        File.Delete(Path.Combine(folder.Path, "reference/facts.md"));

        var run = await Run.In(folder.Path, "docs", "rules", "-o", "markdown=reference", "--check");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Equal(
            "reference/README.md: stale\nreference/facts.md: missing\nreference/rule-sets/gone.md: superfluous\npolicycheck: the reference in `reference` is out of date: run the same command without `--check`\n",
            run.Error);
        Assert.Equal(index + "x", folder.Read("reference/README.md"));
    }

    [Fact]
    public async Task Writing_removes_only_pages_that_were_made_here()
    {
        using var folder = Texts.ShopFolder();
        await Run.In(folder.Path, "docs", "rules", "-o", "markdown=reference");
        folder.Write("reference/rule-sets/gone.md", folder.Read("reference/README.md")).Write("reference/rule-sets/mine.md", "# My own\n");

        var run = await Run.In(folder.Path, "docs", "rules", "-o", "markdown=reference");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.False(File.Exists(Path.Combine(folder.Path, "reference/rule-sets/gone.md")));
        Assert.Equal("# My own\n", folder.Read("reference/rule-sets/mine.md"));
    }

    [Fact]
    public async Task Without_a_folder_the_pages_go_to_standard_output()
    {
        using var folder = Texts.ShopFolder();
        var run = await Run.In(folder.Path, "docs", "rules");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Contains("### Rule ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docs", "--check")]
    [InlineData("docs", "-o", "html")]
    [InlineData("docs", "-o", "xml=site")]
    [InlineData("docs", "no-such-folder")]
    public async Task What_it_needs_and_does_not_get_is_a_usage_error(params string[] args) => Assert.Equal(ExitCode.Usage, (await Run.Of(args)).Code);

    [Fact]
    public async Task The_shipped_reference_is_up_to_date()
    {
        var run = await Run.Of("docs", "-o", "markdown=rules/reference", "--check");
        Assert.Equal(new Run(ExitCode.Holds, "", ""), run);
    }

    [Fact]
    public async Task Rules_with_errors_are_not_documented()
    {
        using var folder = Texts.ShopFolder().Write("rules/broken.rules.yaml", "ruleSet: broken\n");
        var run = await Run.In(folder.Path, "docs", "rules", "-o", "markdown=reference");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.DoesNotContain("reference", folder.Names);
    }
}
