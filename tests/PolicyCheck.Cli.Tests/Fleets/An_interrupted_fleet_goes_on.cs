using System.Diagnostics;

namespace PolicyCheck.Cli.Tests.Fleets;

public sealed class An_interrupted_fleet_goes_on
{
    [Theory]
    [InlineData("results.ndjson", "fleet.ndjson")]
    [InlineData("results.ndjson", "folder")]
    [InlineData("results.ndjson", "fleet.ndjson", "folder", "--jobs", "3", "--explain", "full")]
    [InlineData("results.ndjson", "fleet.ndjson", "--shard", "2/3", "--explain", "off")]
    public async Task Wherever_it_was_cut_off_it_ends_as_if_it_had_not_been(string results, params string[] args)
    {
        using var shops = Fleet();
        string[] whole = [.. args, "--max-bytes", "2000", "-o", $"ndjson={results}", "-o", "text"];
        var uninterrupted = await shops.Check(whole);
        var bytes = shops.Bytes(results);
        Assert.NotEmpty(bytes);
        Assert.DoesNotContain($"{results}.partial", shops.Names);
        File.Delete(shops.Full(results));

        var dice = new Random(1);
        foreach (var cut in Enumerable.Range(0, 12).Select(_ => dice.Next(bytes.Length + 1)).Concat([0, bytes.Length]))
        {
            shops.Write($"{results}.partial", bytes[..cut]);
            var resumed = await shops.Check([.. whole, "--resume"]);
            Assert.Equal((uninterrupted.Code, uninterrupted.Output), (resumed.Code, resumed.Output));
            Assert.Equal(bytes, shops.Bytes(results));
            Assert.DoesNotContain($"{results}.partial", shops.Names);
            File.Delete(shops.Full(results));
        }
    }

    [Fact]
    public async Task Killed_at_random_moments_it_ends_as_if_it_had_not_been()
    {
        using var shops = new Shops().Write("fleet.ndjson", Shops.Mixed(3, 6000));
        var whole = Shops.Arguments("fleet.ndjson", "-o", "ndjson=results.ndjson", "--jobs", "2");
        Assert.Equal(ExitCode.InvalidInput, (await Run.In(shops.Path, whole)).Code);
        var bytes = shops.Bytes("results.ndjson");
        File.Delete(shops.Full("results.ndjson"));

        // Each is killed when a random part more has been written, and once between the start and the first line.
        var dice = new Random(7);
        var kills = 0;
        long reached = 0;
        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var process = Start(shops, [.. whole, "--resume"]);
            var until = attempt == 0 ? 1 : reached + dice.Next(bytes.Length / 6);
            while (!process.HasExited && Size(shops) < until)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            if (!process.HasExited)
            {
                process.Kill();
                kills++;
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            reached = Size(shops);
        }

        Assert.True(kills >= 3, $"only {kills} of the runs were killed before their end");
        using var last = Start(shops, [.. whole, "--resume"]);
        await last.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((int)ExitCode.InvalidInput, last.ExitCode);
        Assert.Equal(bytes, shops.Bytes("results.ndjson"));
    }

    [Fact]
    public async Task A_fleet_that_is_complete_says_so_and_exits_by_its_verdicts()
    {
        using var shops = Fleet();
        string[] args = ["fleet.ndjson", "-o", "ndjson=results.ndjson", "-o", "text"];
        var first = await shops.Check(args);
        var written = File.GetLastWriteTimeUtc(shops.Full("results.ndjson"));
        var again = await shops.Check([.. args, "--resume"]);
        Assert.Equal((first.Code, first.Output), (again.Code, again.Output));
        Assert.Contains("`results.ndjson` is complete already", again.Error, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(shops.Full("results.ndjson")));
    }

    [Fact]
    public async Task A_fleet_that_is_left_is_not_begun_anew_without_being_asked()
    {
        using var shops = Fleet().Write("results.ndjson.partial", "{\"schemaVersion\"");
        var run = await shops.Check("fleet.ndjson", "-o", "ndjson=results.ndjson");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("continue it with `--resume`, or remove the file", run.Error, StringComparison.Ordinal);
        Assert.Equal("{\"schemaVersion\"", shops.Read("results.ndjson.partial"));
    }

    [Theory]
    [InlineData("made as of 2026-11-23: add `--as-of 2026-11-23`", "fleet.ndjson", "--as-of", "2026-11-22")]
    [InlineData("made with the default settings: use the same options", "fleet.ndjson", "--strict")]
    [InlineData("is about `fleet.ndjson:1`, where `folder/0.manifest.json` comes next", "folder")]
    public async Task What_another_run_left_is_kept(string sentence, params string[] args) => await Refused(_ => { }, sentence, args);

    [Fact]
    public async Task What_was_made_by_other_rules_is_kept() =>
        await Refused(shops => shops.Write("law/shops.rules.yaml", Texts.ShopRules.Replace("severity: high", "severity: low", StringComparison.Ordinal)), "made by other rules", "fleet.ndjson");

    [Fact]
    public async Task What_was_made_of_another_document_is_kept() =>
        await Refused(shops => shops.Write("fleet.ndjson", shops.Read("fleet.ndjson").Replace("shop-9\"", "shop-8\"", StringComparison.Ordinal)), "`fleet.ndjson:10` was another document", "fleet.ndjson");

    [Fact]
    public async Task What_was_made_of_more_documents_is_kept() =>
        await Refused(shops => shops.WithFleet(6), "its line 7 is about `fleet.ndjson:7`, and there is no further document", "fleet.ndjson");

    [Fact]
    public async Task What_is_no_result_is_kept() =>
        await Refused(shops => shops.Write("results.ndjson.partial", "{}\n"), "its line 1 isn't a line of results", "fleet.ndjson");

    [Fact]
    public async Task Two_runs_don_t_write_the_same_file()
    {
        using var shops = new Shops();
        using var waiting = new Conversation();
        var first = Task.Run(() => shops.Check(waiting, "-", "-o", "ndjson=results.ndjson"), TestContext.Current.CancellationToken);
        while (Size(shops) == 0)
        {
            waiting.Write(System.Text.Encoding.UTF8.GetBytes(Shops.Line(0) + "\n"));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var second = await shops.Check(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Shops.Line(0))), "-", "-o", "ndjson=results.ndjson", "--resume");
        waiting.Close();
        Assert.Equal(ExitCode.Usage, second.Code);
        Assert.Equal(ExitCode.Holds, (await first).Code);
    }

    private static async Task Refused(Action<Shops> change, string sentence, params string[] args)
    {
        using var shops = Fleet().WithFleet(12);
        await shops.Check("fleet.ndjson", "-o", "ndjson=all.ndjson");
        var lines = shops.Read("all.ndjson").Split('\n');
        shops.Write("results.ndjson.partial", string.Join('\n', lines.Take(10)) + "\n{\"torn");
        change(shops);
        var before = shops.Read("results.ndjson.partial");
        var run = await shops.Check([.. args, "-o", "ndjson=results.ndjson", "--resume"]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Contains("remove the file to begin anew", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, shops.Read("results.ndjson.partial"));
    }

    private static Shops Fleet()
    {
        var shops = new Shops().Write("fleet.ndjson", Shops.Mixed(2, 300));
        Directory.CreateDirectory(shops.Full("folder"));
        foreach (var i in Enumerable.Range(0, 20))
        {
            shops.Write($"folder/{i}.manifest.json", i == 7 ? "{" : Shops.Line(i));
        }

        return shops.Write("folder/several.manifest.yaml", "manifest: a\nuses: [{id: b}]\n---\nmanifest: c\nuses: [{id: d}]\n---\nmanifest: e\nuses: [{id: f, nothing: true}]\n");
    }

    private static Process Start(Shops shops, string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Application).Assembly.Location, .. args]) { WorkingDirectory = shops.Path, RedirectStandardError = true, RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet doesn't start");

    private static long Size(Shops shops) => new FileInfo(shops.Full("results.ndjson.partial")) is { Exists: true } file ? file.Length : 0;
}
