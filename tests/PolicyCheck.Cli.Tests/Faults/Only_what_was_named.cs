using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests.Faults;

/// <summary>Watches which files the program opens, makes, moves and removes.</summary>
public sealed partial class Only_what_was_named(ITestOutputHelper output)
{
    // What a process of .NET or any other opens of its own: its runtime, the system's libraries, and what the system tells of itself.
    private static readonly string[] OfTheRuntime = ["/proc/", "/sys/", "/dev/", "/lib", "/usr/", "/etc/", "/tmp/clr-debug-pipe", "/tmp/dotnet-diagnostic", "/tmp/.dotnet"];

    [Theory]
    [InlineData("check named/searching.manifest.yaml --rules rules -o json=out/report.json", "named/searching.manifest.yaml rules rules/shops.rules.yaml out/report.json")]
    [InlineData("check named/searching.manifest.yaml --no-config", "named/searching.manifest.yaml")]
    [InlineData("check named --rules rules", "named named/searching.manifest.yaml rules rules/shops.rules.yaml")]
    [InlineData("fmt --write rules", "rules rules/shops.rules.yaml")]
    [InlineData("list --rules rules", "rules rules/shops.rules.yaml")]
    [InlineData("bundle build rules -o out/a.bundle", "rules rules/shops.rules.yaml out/a.bundle")]
    public async Task Is_read_or_written(string line, string named)
    {
        Strace.SkipIfAbsent();
        using var folder = new Folder().Write("rules/shops.rules.yaml", Texts.ShopRules + "\n\n").Write("named/searching.manifest.yaml", Texts.Searching)
            .Write("other.manifest.yaml", Texts.Searching).Write("named/secret.txt", "secret").Write("out/older", "older");
        await Program.Shell(folder.Path, "ln -s ../named/secret.txt named/linked.manifest.yaml");

        var run = await Program.Under(["strace", "-f", "-o", "trace", "-e", "trace=open,openat,openat2,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat"], folder.Path, line.Split(' '));
        Assert.True(run.Code is 0 or 1 or 4, run.Error);
        var touched = Touched(folder).Distinct().Order(StringComparer.Ordinal).ToList();
        output.WriteLine(string.Join('\n', touched));
        Assert.Equal(named.Split(' ').Order(StringComparer.Ordinal), touched);
    }

    private static IEnumerable<string> Touched(Folder folder)
    {
        string[] own = [.. OfTheRuntime, AppContext.BaseDirectory, Path.GetDirectoryName(Program.Words[0]) is { Length: > 0 } native ? native : "/usr/", Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "/usr/"];
        foreach (var line in folder.Read("trace").Split('\n'))
        {
            // What isn't there is only looked for, such as a configuration in the folders above.
            if (line.Contains(" = -1 ", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (Match match in QuotedPath().Matches(line))
            {
                var full = Path.GetFullPath(match.Groups["path"].Value, folder.Path);
                var path = Path.GetRelativePath(folder.Path, full).Replace('\\', '/');
                if (!path.StartsWith("..", StringComparison.Ordinal))
                {
                    // What is written beside a report, to be moved there, belongs to it.
                    yield return Part().Replace(path, "");
                }
                else if (!Array.Exists(own, full.StartsWith))
                {
                    yield return full;
                }
            }
        }
    }

    [GeneratedRegex("\"(?<path>[^\"]*)\"")]
    private static partial Regex QuotedPath();

    [GeneratedRegex(@"\.\d+\.part$")]
    private static partial Regex Part();
}
