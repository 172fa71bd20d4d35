using System.Text;
using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests;

/// <summary>
/// Follows the author's guide from its first line to its last in an empty folder: files that it shows are written, commands
/// are run, what it says they print is compared, and what it quotes from a shipped rule set is compared with that. A block of any
/// other kind fails, so that none goes untested.
/// </summary>
public sealed partial class GuideTests
{
    private static string Path => System.IO.Path.Combine(Repository.Root, "rules", "README.md");

    [Fact]
    public async Task Every_block_of_the_guide_does_what_it_says()
    {
        using var folder = new Folder();
        var guide = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);
        var followed = new StringBuilder();
        var end = 0;
        foreach (var block in Blocks().Matches(guide).Where(match => match.Groups["kind"].Value != "install"))
        {
            followed.Append(guide, end, block.Index - end);
            end = block.Index + block.Length;
            followed.Append(await Follow(block, folder));
        }

        followed.Append(guide, end, guide.Length - end);
        if (Environment.GetEnvironmentVariable("POLICYCHECK_UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(Path, followed.ToString(), TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(guide == followed.ToString(), $"rules/README.md (-) is not what the program does (+):\n{Golden.Difference(guide.Split('\n'), followed.ToString().Split('\n'))}");
    }

    [Fact]
    public async Task The_guide_has_no_block_that_is_not_followed()
    {
        var guide = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(2 * Blocks().Count(guide), guide.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)));
    }

    private static async Task<string> Follow(Match block, Folder folder)
    {
        if (block.Groups["file"].Success)
        {
            folder.Write(block.Groups["file"].Value, block.Groups["body"].Value);
            return block.Value;
        }

        if (block.Groups["quoted"].Success)
        {
            var quoted = await Shipped.Quote(block.Groups["quoted"].Value, block.Groups["body"].Value.Split('\n')[0]);
            return block.Value.Replace(block.Groups["body"].Value, quoted, StringComparison.Ordinal);
        }

        Assert.Equal("console", block.Groups["kind"].Value);
        var printed = new StringBuilder("```console\n");
        foreach (var command in block.Groups["body"].Value.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
        {
            printed.Append(command).Append('\n').Append(await Print(command, folder));
        }

        return printed.Append("```\n").ToString();
    }

    // What a terminal would show: both streams, diagnostics first.
    private static async Task<string> Print(string command, Folder folder)
    {
        var words = Words().Matches(command).Select(word => word.Value.Trim('"')).ToList();
        Assert.Equal("policycheck", words[1]);
        var run = await Run.In(folder.Path, [.. words.Skip(2)]);
        Assert.True(run.Code is not (ExitCode.InternalError or ExitCode.Usage), $"{command}\n{run.Error}");
        return string.Join('\n', (run.Error + run.Output).Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex(@"^(?:<!-- file: (?<file>\S+) -->\n|<!-- from: (?<quoted>\S+) -->\n)?```(?<kind>\w+)\n(?<body>.*?)^```\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
