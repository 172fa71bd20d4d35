using PolicyCheck.Cli.Tests.Gate;

namespace PolicyCheck.Cli.Tests.Faults;

public sealed class A_disk_that_takes_nothing_more
{
    private const string Old = "what was here before";
    private static readonly string[] Check = ["check", "searching.manifest.yaml", "--rules", "rules"];

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("html")]
    public async Task A_full_device_is_told_and_is_no_success(string format)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        using var folder = Texts.ShopFolder();

        var named = await Run.In(folder.Path, [.. Check, "-o", $"{format}=/dev/full"]);
        var output = await Program.Shell(folder.Path, $"policycheck check searching.manifest.yaml --rules rules -o {format} > /dev/full");
        Assert.Equal(ExitCode.Usage, named.Code);
        Assert.Contains("`/dev/full` can't be written", named.Error, StringComparison.Ordinal);
        Assert.Equal((int)ExitCode.InternalError, output.Code);
        Assert.Contains("the output could not be written", output.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check shop.manifest.yaml --rules rules -o html=out", "out")]
    [InlineData("check shop.manifest.yaml --rules rules -o sarif=out -o json=other", "out")]
    [InlineData("bundle build rules -o out", "out")]
    [InlineData("pack shop.manifest.yaml --rules rules -o out", "out")]
    [InlineData("fmt --write rules", "rules/shops.rules.yaml")]
    public async Task A_full_disk_leaves_the_old_file_and_nothing_beside_it(string line, string written)
    {
        using var folder = new Folder();
        var mounted = await Ran.In(folder.Path, new Dictionary<string, string?>(), "bash", "-c", "mount -t tmpfs -o size=256k none .");
        Assert.SkipUnless(mounted.Code == 0, "no file system can be mounted here");
        try
        {
            folder.Write("rules/shops.rules.yaml", Texts.ShopRules + "# " + new string('x', 20_000) + "\n\n\n")
                .Write("shop.manifest.yaml", Texts.Searching);
            if (written == "out")
            {
                folder.Write("out", Old);
            }

            var before = folder.Read(written);
            await Ran.In(folder.Path, new Dictionary<string, string?>(), "bash", "-c", "cat /dev/zero > filler 2>/dev/null");
            var names = folder.Names.ToList();

            var run = await Program.Shell(folder.Path, $"policycheck {line}");
            Assert.Equal((int)ExitCode.Usage, run.Code);
            Assert.Contains("can't be written", run.Error, StringComparison.Ordinal);
            Assert.Equal(before, folder.Read(written));
            Assert.Equal(names, folder.Names);
            Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "rules")));
        }
        finally
        {
            await Ran.In("/", new Dictionary<string, string?>(), "umount", folder.Path);
        }
    }

    [Theory]
    [InlineData("json", "true")]
    [InlineData("text", "true")]
    [InlineData("html", "head -c 100")]
    public async Task A_reader_that_has_seen_enough_changes_no_exit_code(string format, string reader)
    {
        Assert.SkipUnless(Ran.IsThere("bash"), "there is no bash");
        using var folder = Texts.ShopFolder();

        // The runtime takes a closed pipe for somebody who has seen enough, as the system's own programs do.
        var run = await Program.Shell(folder.Path, $"policycheck check searching.manifest.yaml --rules rules -o {format} | {reader} > /dev/null; echo ${{PIPESTATUS[0]}}");
        Assert.Equal("1\n", run.Output);
        Assert.Empty(run.Error);
    }
}
