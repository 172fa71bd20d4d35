using System.Text;
using System.Text.Json;
using PolicyCheck.Cli.Tests.Gate;
using PolicyCheck.Cli.Tests.Waivers;

namespace PolicyCheck.Cli.Tests.Fleets;

public sealed class A_fleet_is_checked
{
    [Fact]
    public async Task Every_document_of_a_file_is_told_in_its_order_whatever_is_wrong_with_some()
    {
        using var shops = new Shops();
        shops.Write("fleet.ndjson", [
            0xEF, 0xBB, 0xBF, .. Utf8($"{Shops.Line(0)}\r\n\n   \r\n{Shops.Line(1)}\n"),
            (byte)'{', 0xFF, (byte)'\n',
            .. Utf8($"{{\"manifest\":\"{new string('x', 3000)}\"}}\n[1]\n{Shops.Line(2)}\n{{\"manifest\":\"cut"),
        ]);
        var run = await shops.Check("fleet.ndjson", "-o", "ndjson", "--max-bytes", "2000");

        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Equal(
            ["1 compliant", "4 non-compliant", "5 PC102", "6 PC991", "7 PC203", "8 indeterminate", "9 PC123"],
            Lines(run.Output).Select(line => $"{line.GetProperty("line")} {(line.TryGetProperty("verdict", out var verdict) ? verdict : line.GetProperty("refused")[0].GetProperty("code"))}"));
        Assert.All(Lines(run.Output).Where(line => line.TryGetProperty("refused", out _)), line => Assert.Equal(line.GetProperty("line").GetInt64(), line.GetProperty("refused")[0].GetProperty("line").GetInt64()));
        Assert.Contains("fleet.ndjson:6:1: error PC991: the line is longer than the limit of 2000 bytes\n  cure: look whether a line break is missing", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 manifests: 1 non-compliant, 1 indeterminate, 1 compliant; 4 documents refused", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_thousands_that_are_refused_the_first_are_told()
    {
        using var shops = new Shops().Write("fleet.ndjson", string.Concat(Enumerable.Repeat("[1]\n", 1000)));
        var run = await shops.Check("fleet.ndjson");
        Assert.Equal(20, run.Error.Split('\n').Count(line => line.StartsWith("fleet.ndjson:", StringComparison.Ordinal)));
        Assert.EndsWith("more documents are refused; the results of `-o ndjson=FILE` tell of each\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("1,000 documents refused", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task As_many_jobs_as_there_may_be_write_the_same_bytes(int jobs)
    {
        using var shops = new Shops().Write("fleet.jsonl", Shops.Mixed(jobs, 700));
        var one = await shops.Check("fleet.jsonl", "-o", "ndjson", "--jobs", "1", "--max-bytes", "2000");
        var several = await shops.Check("fleet.jsonl", "-o", "ndjson", "--jobs", jobs.ToString(System.Globalization.CultureInfo.InvariantCulture), "--max-bytes", "2000");
        Assert.Equal(one, several);
        Assert.NotEmpty(one.Output);
    }

    [Fact]
    public async Task Files_come_to_the_same_as_a_check_of_them()
    {
        string[] examples = ["rules/examples/washington-county-sheriff.manifest.yaml", "rules/examples/bunnings.manifest.yaml", "rules/examples/icmec.manifest.yaml"];
        var fleet = await Run.Of(["check", .. examples, "-o", "ndjson", "--as-of", "2020-07-01"]);
        var check = await Run.Of(["check", .. examples, "-o", "json", "--as-of", "2020-07-01"]);
        Assert.Equal(check.Code, fleet.Code);
        Assert.Equal(
            check.Json.GetProperty("manifests").EnumerateArray().Select(manifest => $"{manifest.GetProperty("path")} {manifest.GetProperty("id")} {manifest.GetProperty("verdict")}"),
            Lines(fleet.Output).Select(line => $"{line.GetProperty("source")} {line.GetProperty("manifest")} {line.GetProperty("verdict")}"));
        Assert.Equal(Findings(check.Json.GetProperty("manifests").EnumerateArray()), Findings(Lines(fleet.Output)));

        static IEnumerable<string> Findings(IEnumerable<JsonElement> manifests) =>
            from manifest in manifests
            from use in manifest.GetProperty("uses").EnumerateArray()
            from finding in use.GetProperty("findings").EnumerateArray()
            where finding.GetProperty("outcome").GetString() is "fail" or "indeterminate" or "waived" or "error"
            select $"{use.GetProperty("id")} {finding.GetProperty("ruleSet")}/{finding.GetProperty("rule")} {finding.GetProperty("outcome")} {finding.GetProperty("severity")}";
    }

    [Fact]
    public async Task Results_come_before_the_input_ends()
    {
        using var shops = new Shops();
        using var input = new Conversation();
        using var output = new Conversation();
        await using var error = new StringWriter();
        var surroundings = new Surroundings(input, output, error, TimeProvider.System, shops.Path, Colours: false, Surroundings.PlainWidth);
        var running = Task.Run(() => Application.RunAsync(Shops.Arguments("-", "-o", "ndjson"), surroundings, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
        {
            input.Write(Utf8(Shops.Line(i) + "\n"));
            Assert.Contains($"\"manifest\":\"shop-{i}\"", output.ReadLine(), StringComparison.Ordinal);
        }

        input.Close();
        Assert.Equal(ExitCode.DoesNotHold, await running);
    }

    [Fact]
    public async Task The_summary_groups_by_rule_and_by_place()
    {
        using var shops = new Shops().WithFleet(1400).Write("law/advice.rules.yaml", Texts.ShopGuidance);
        var run = await shops.Check("fleet.ndjson");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Golden.Verify("fleet-summary.txt", run.Output);
        var file = await shops.Check("fleet.ndjson", "-o", "text=summary.txt", "-o", "ndjson");
        Assert.Equal(run.Output, shops.Read("summary.txt"));
        Assert.Equal(1400, Lines(file.Output).Count());
    }

    [Fact]
    public async Task A_fleet_that_is_empty_isn_t_all_right()
    {
        using var shops = new Shops();
        var run = await shops.Check(new MemoryStream(Utf8("\n  \n")), "-", "-o", "ndjson");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("holds no manifest", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_holds_what_is_said_of_it()
    {
        using var shops = new Shops();
        var yaml = await shops.Check(new MemoryStream(Utf8("manifest: a\nuses: [{id: b}]\n---\nmanifest: c\nuses: [{id: d}]\n")), "-", "-o", "ndjson", "--stdin-format", "manifest");
        Assert.Equal(["- a 1", "- c 4"], Lines(yaml.Output).Select(line => $"{line.GetProperty("source")} {line.GetProperty("manifest")} {line.GetProperty("line")}"));
        var lines = await shops.Check(new MemoryStream(Utf8(Shops.Line(1) + "\n" + Shops.Line(2))), "-", "--stdin-format", "ndjson");
        Assert.Contains("2 manifests: 1 non-compliant, 1 indeterminate", lines.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-o json=all.json", "`json` holds a whole report")]
    [InlineData("-o sarif", "`sarif` holds a whole report")]
    [InlineData("--cure", "`--cure` isn't for fleets")]
    [InlineData("--over period", "`--over` isn't for fleets")]
    [InlineData("--baseline b.json", "`--baseline` isn't for fleets")]
    [InlineData("--write-baseline b.json", "`--write-baseline` isn't for fleets")]
    [InlineData("--resume", "`--resume` continues a file")]
    [InlineData("--resume -o ndjson", "`--resume` continues a file")]
    [InlineData("--shard 3/2", "`3/2` is no part of a whole")]
    [InlineData("--shard 0/2", "`0/2` is no part of a whole")]
    [InlineData("-o ndjson=a -o ndjson=b", "`-o ndjson` is given more than once")]
    [InlineData("-o ndjson --shard 1/2 -", "standard input can't be taken apart")]
    [InlineData("--jobs 0", "--jobs takes a whole number from 1 up")]
    public async Task What_a_fleet_can_t_do_is_said_with_what_can_be_done(string options, string sentence)
    {
        using var shops = new Shops().WithFleet(3);
        var run = await shops.Check(["fleet.ndjson", .. options.Split(' ')]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Equal(["fleet.ndjson", "law"], shops.Names);
    }

    [Fact]
    public async Task What_is_for_fleets_is_refused_elsewhere()
    {
        using var shops = new Shops().Write("a.manifest.yaml", "manifest: a\n");
        var run = await shops.Check("a.manifest.yaml", "--shard", "1/2");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("`--shard` is for fleets", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_counts_as_in_any_check()
    {
        using var shops = new Shops().Write("fleet.ndjson", Shops.Line(1));
        Assert.Equal(ExitCode.Holds, (await shops.Check("fleet.ndjson", "--min-severity", "critical")).Code);
        Assert.Equal(ExitCode.Holds, (await shops.Check("fleet.ndjson", "--fail-on", "never")).Code);
        var run = await shops.Check("fleet.ndjson", "-o", "ndjson", "--min-severity", "critical", "--strict", "--explain", "off");
        var line = Lines(run.Output).Single();
        Assert.Equal("""{"strict":true,"minSeverity":"critical","explain":"off"}""", line.GetProperty("settings").GetRawText());
        Assert.Equal("0 non-compliant []", $"{line.GetProperty("exitCode")} {line.GetProperty("verdict")} {line.GetProperty("uses")[0].GetProperty("findings")}");
    }

    [Fact]
    public async Task Waivers_count_as_in_any_check()
    {
        using var register = new Register();
        var broken = Lines((await register.Check(Register.Today, "-o", "ndjson", "--no-waivers")).Output).Single();
        var waived = Lines((await register.Check(Register.Today, "-o", "ndjson", "--waivers", "waivers.yaml")).Output).Single();
        Assert.Equal("non-compliant 1", $"{broken.GetProperty("verdict")} {broken.GetProperty("exitCode")}");
        Assert.NotEqual("non-compliant", waived.GetProperty("verdict").GetString());
        var finding = waived.GetProperty("uses")[0].GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("rule").GetString() == "monitoring");
        Assert.Equal("waived gate-monitoring", $"{finding.GetProperty("outcome")} {finding.GetProperty("waiver")}");
        Assert.StartsWith("sha256:", waived.GetProperty("settings").GetProperty("waivers").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_with_a_name_is_read_once()
    {
        Assert.SkipUnless(Ran.IsThere("mkfifo"), "there is no mkfifo");
        using var shops = new Shops();
        await Ran.In(shops.Path, new Dictionary<string, string?>(), "mkfifo", "fleet.ndjson");
        var writing = Task.Run(() => File.WriteAllText(shops.Full("fleet.ndjson"), Shops.Line(0) + "\n" + Shops.Line(1)), TestContext.Current.CancellationToken);
        var run = await shops.Check("fleet.ndjson", "-o", "ndjson");
        await writing;
        Assert.Equal(2, Lines(run.Output).Count());
    }

    [Fact]
    public async Task A_file_that_went_away_is_told_in_its_place()
    {
        using var shops = new Shops();
        Directory.CreateDirectory(shops.Full("fleet"));
        foreach (var i in Enumerable.Range(0, 5))
        {
            shops.Write($"fleet/{i}.manifest.json", Shops.Line(0));
        }

        // Reading standard input, which comes first, is the moment at which one of the files goes.
        using var input = new Trigger(Utf8(Shops.Line(0)), () => File.Delete(shops.Full("fleet/3.manifest.json")));
        var run = await shops.Check(input, "-", "fleet", "-o", "ndjson", "--jobs", "1");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Equal(6, Lines(run.Output).Count());
        var gone = Lines(run.Output).ElementAt(4);
        Assert.Equal("fleet/3.manifest.json PC992", $"{gone.GetProperty("source")} {gone.GetProperty("refused")[0].GetProperty("code")}");
    }

    [Fact]
    public async Task A_folder_that_links_to_itself_is_read_once()
    {
        using var shops = new Shops();
        Directory.CreateDirectory(shops.Full("fleet/deeper"));
        shops.Write("fleet/deeper/a.manifest.json", Shops.Line(0));
        Directory.CreateSymbolicLink(shops.Full("fleet/deeper/again"), shops.Full("fleet"));
        var run = await shops.Check("fleet", "-o", "ndjson");
        Assert.Equal(["fleet/deeper/a.manifest.json"], Lines(run.Output).Select(line => line.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task Results_that_nobody_takes_end_the_run()
    {
        using var shops = new Shops().WithFleet(500);
        await using var error = new StringWriter();
        using var closed = new ClosedStream();
        var code = await Application.RunAsync(Shops.Arguments("fleet.ndjson", "-o", "ndjson"), new(Stream.Null, closed, error, TimeProvider.System, shops.Path, Colours: false, 100), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.InternalError, code);
        Assert.Contains("the output could not be written", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_never_ends_is_given_up_after_the_time_out()
    {
        using var shops = new Shops();
        using var silent = new SilentStream();
        var run = await shops.Check(silent, "-", "-o", "ndjson=results.ndjson", "--timeout", "1");
        silent.Released.Set();
        Assert.Equal(ExitCode.InternalError, run.Code);
        Assert.Contains("gave up after 1 seconds; what was done until then stands in `results.ndjson.partial`, and `--resume` continues it", run.Error, StringComparison.Ordinal);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<JsonElement> Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line));
}
