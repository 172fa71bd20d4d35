namespace PolicyCheck.Cli.Tests.Authoring;

public sealed class WatchTests
{
    [Theory]
    [InlineData("shops.rules.yaml", "severity: high", "severity: medium")]
    [InlineData("shops_test.yaml", "a shop may not search faces", "a shop may never search faces")]
    [InlineData("vocabulary.yaml", "How many aisles", "How many of the aisles")]
    public async Task An_edit_leads_to_another_run(string file, string part, string other)
    {
        using var folder = Tested.Folder().Write("vocabulary.yaml", "vocabulary: mine\nfacts:\n  shop.aisles: {type: number, unit: count, meaning: How many aisles there are., question: How many aisles are there?, askWho: operator}\n");
        await using var watched = new Watched(folder.Path);
        await watched.Runs(1);
        folder.Write(file, folder.Read(file).With(part, other));
        await watched.Runs(2);
        var (code, output) = await watched.End();
        Assert.Equal((ExitCode.Holds, watched.Count), (code, output.Split("2 passed, 0 failed").Length - 1));
    }

    [Fact]
    public async Task The_exit_code_is_that_of_the_last_run()
    {
        using var folder = Tested.Folder();
        await using var watched = new Watched(folder.Path);
        await watched.Runs(1);
        folder.Write("shops_test.yaml", Tested.Failing);
        await watched.Runs(2);
        var (code, output) = await watched.End();
        Assert.Equal(ExitCode.DoesNotHold, code);
        Assert.Contains("2 passed, 1 failed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shops.rules.yaml", "ruleSet: shops\ntitle: [", "the rules have errors")]
    [InlineData("shops_test.yaml", "tests: shops\ncases:\n  - name: [", "shops_test.yaml:3:")]
    public async Task A_file_half_written_ends_one_run_and_not_the_watch(string file, string half, string told)
    {
        using var folder = Tested.Folder();
        var whole = folder.Read(file);
        await using var watched = new Watched(folder.Path);
        await watched.Runs(1);
        folder.Write(file, half);
        await watched.Tells(told);
        await watched.Runs(2);
        var before = watched.Count;
        folder.Write(file, whole);
        await watched.Runs(before + 1);
        Assert.Equal(ExitCode.Holds, (await watched.End()).Code);
    }

    [Fact]
    public async Task A_file_that_goes_and_comes_back_leads_to_a_run_each()
    {
        using var folder = Tested.Folder();
        await using var watched = new Watched(folder.Path);
        await watched.Runs(1);
        File.Delete(Path.Combine(folder.Path, "shops_test.yaml"));
        await watched.Tells("there is no test in this folder");
        await watched.Runs(2);
        folder.Write("shops_test.yaml", Tested.Passing);
        await watched.Runs(3);
        Assert.Equal(ExitCode.Holds, (await watched.End()).Code);
    }

    [Fact]
    public async Task A_report_that_a_run_writes_leads_to_no_other_run()
    {
        using var folder = Tested.Folder();
        await using var watched = new Watched(folder.Path, "-o", "json=report.json");
        await watched.Runs(1);
        folder.Write("notes.yaml", "").Write("shops_test.yaml", Tested.Passing);
        await watched.Runs(2);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.InRange(watched.Count, 2, 3);
    }
}
