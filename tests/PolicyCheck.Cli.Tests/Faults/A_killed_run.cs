using System.Collections.Immutable;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Cli.Fleets;

namespace PolicyCheck.Cli.Tests.Faults;

/// <summary>Kills the program while it works: what it was to write is there as it was before, or whole.</summary>
public sealed class A_killed_run(ITestOutputHelper output)
{
    private const string Old = "what was here before";

    // Lines of results are no report that is written as a whole.
    private static readonly ImmutableArray<string> Formats = Check.Formats.Remove(FleetRules.Format);

    [Fact]
    public async Task Leaves_every_report_as_it_was_or_whole_whenever_it_dies()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no kill -9");
        using var folder = Texts.ShopFolder();
        string[] args = ["check", "searching.manifest.yaml", "reviewed.manifest.yaml", "--rules", "rules", "--as-of", "2026-01-01", .. Formats.SelectMany(format => new[] { "-o", $"{format}={format}.out" })];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal((int)ExitCode.DoesNotHold, (await Program.In(folder.Path, args)).Code);
        var whole = Formats.ToDictionary(format => format, format => folder.Read($"{format}.out"));
        var longest = clock.Elapsed;

        // Three times at a moment that is drawn, then each time a report later.
        var random = new Random(20261123);
        var (killed, replaced) = (0, 0);
        for (var turn = 0; turn < 10; turn++)
        {
            foreach (var format in Formats)
            {
                folder.Write($"{format}.out", Old);
            }

            var after = longest * random.NextDouble();
            Func<TimeSpan, bool> now = turn < 3 ? time => time >= after : _ => Formats.Count(format => new FileInfo(Path.Combine(folder.Path, $"{format}.out")).Length != Old.Length) >= turn - 2;
            killed += await Program.Killed(now, folder.Path, args) ? 1 : 0;
            foreach (var format in Formats)
            {
                var left = folder.Read($"{format}.out");
                Assert.True(left == Old || left == whole[format], $"the report as {format} is neither the old one nor the new one:\n{left}");
                replaced += left == Old ? 0 : 1;
            }
        }

        output.WriteLine($"{killed} of 10 runs killed; {replaced} of {10 * Formats.Length} reports were written by then");
        Assert.InRange(killed, 5, 10);
        Assert.InRange(replaced, 1, (10 * Formats.Length) - 1);
    }

    [Theory]
    [InlineData("write,pwrite64", "check searching.manifest.yaml --rules rules -o json=report", "report")]
    [InlineData("fsync", "check searching.manifest.yaml --rules rules -o html=report", "report")]
    [InlineData("rename,renameat,renameat2", "check searching.manifest.yaml --rules rules -o sarif=report", "report")]
    [InlineData("fsync", "bundle build rules -o report", "report")]
    [InlineData("rename,renameat,renameat2", "pack searching.manifest.yaml --rules rules -o report", "report")]
    [InlineData("write,pwrite64", "fmt --write rules", "rules/shops.rules.yaml")]
    public async Task Leaves_the_old_file_where_it_dies_while_it_writes_the_new_one(string calls, string line, string written)
    {
        Strace.SkipIfAbsent();
        using var folder = Texts.ShopFolder().Write("report", Old);
        folder.Write("rules/shops.rules.yaml", Texts.ShopRules + "\n\n");
        var before = folder.Read(written);

        // The part that is written beside the file has the process's number in its name: that of the shell, which becomes the program.
        var died = await Program.Shell(folder.Path, $"exec strace -D -f -o trace -P \"$PWD/{written}.$$.part\" -e trace={calls} -e inject={calls}:signal=KILL {Program.Quoted} {line}");
        Assert.True(died.Code is 137 or -9, died.Said);
        Assert.Contains("KILL", folder.Read("trace"), StringComparison.Ordinal);
        Assert.Equal(before, folder.Read(written));

        // What was left behind isn't in the way of the next run, which has the last word.
        Assert.InRange((await Program.In(folder.Path, line.Split(' '))).Code, 0, 1);
        Assert.NotEqual(before, folder.Read(written));
    }
}
