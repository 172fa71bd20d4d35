namespace PolicyCheck.Cli.Tests;

public sealed class OutputFileTests
{
    [Fact]
    public async Task Two_reports_of_one_run_go_to_their_places()
    {
        using var folder = Texts.ShopFolder();

        var run = await Run.In(folder.Path, "check", "searching.manifest.yaml", "--rules", "rules", "-o", "text", "--output", "json=report.json");
        var text = await Run.In(folder.Path, "check", "searching.manifest.yaml", "--rules", "rules");
        var json = await Run.In(folder.Path, "check", "searching.manifest.yaml", "--rules", "rules", "-o", "json");
        Assert.Equal(text.Output, run.Output);
        Assert.Equal(json.Output, folder.Read("report.json"));
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
    }

    [Fact]
    public async Task A_report_in_a_file_leaves_standard_output_empty_and_nothing_beside_it()
    {
        using var folder = Texts.ShopFolder().Write("report.json", "an older report, longer than the new one" + new string('.', 100_000));
        var before = folder.Names.ToList();

        var run = await Run.In(folder.Path, "check", "searching.manifest.yaml", "--rules", "rules", "-o", "json=report.json");
        Assert.Empty(run.Output);
        Assert.Equal(before, folder.Names);
        Assert.StartsWith("{", folder.Read("report.json"), StringComparison.Ordinal);
        Assert.EndsWith("}\n", folder.Read("report.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-folder/report.json")]
    [InlineData("rules")]
    [InlineData("searching.manifest.yaml/report.json")]
    public async Task A_report_that_can_t_be_written_is_a_usage_error(string path)
    {
        using var folder = Texts.ShopFolder();
        var before = folder.Names.ToList();

        foreach (var args in new string[][] { ["check", "searching.manifest.yaml", "--rules", "rules"], ["list", "--rules", "rules"] })
        {
            var run = await Run.In(folder.Path, [.. args, "-o", $"json={path}"]);
            Assert.Equal(ExitCode.Usage, run.Code);
            Assert.Contains("can't be written", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, folder.Names);
    }

    [Fact]
    public async Task A_text_report_in_a_file_has_no_colours_and_the_plain_width()
    {
        using var folder = Texts.ShopFolder();
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        await Application.RunAsync(
            ["check", "searching.manifest.yaml", "--rules", "rules", "-o", "text=report.txt"],
            new(Stream.Null, output, error, TimeProvider.System, folder.Path, Colours: true, Width: 60),
            TestContext.Current.CancellationToken);

        var plain = await Run.In(folder.Path, "check", "searching.manifest.yaml", "--rules", "rules");
        Assert.Equal(plain.Output, folder.Read("report.txt"));
    }
}
