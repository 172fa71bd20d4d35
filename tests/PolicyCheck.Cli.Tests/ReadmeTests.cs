using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests;

public sealed partial class ReadmeTests
{
    private static string Path => System.IO.Path.Combine(Repository.Root, "README.md");

    [Fact]
    public async Task The_worked_examples_are_what_the_program_prints()
    {
        var readme = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);
        var blocks = Example().Matches(readme);
        Assert.True(blocks.Count > 1, "the README lacks a worked example");
        foreach (Match block in blocks)
        {
            var run = await Run.Of([.. block.Groups["args"].Value.Split(' ')]);
            var expected = $"$ policycheck {block.Groups["args"].Value}\n{run.Output}";
            if (Environment.GetEnvironmentVariable("POLICYCHECK_UPDATE_GOLDEN") is { Length: > 0 })
            {
                readme = readme.Replace(block.Groups["body"].Value, expected, StringComparison.Ordinal);
                await File.WriteAllTextAsync(Path, readme, TestContext.Current.CancellationToken);
                continue;
            }

            Assert.Equal(expected, block.Groups["body"].Value);
        }
    }

    [Fact]
    public async Task The_example_of_a_manifest_is_accepted()
    {
        var readme = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);
        var lines = readme.Split('\n').SkipWhile(line => line != "## A manifest").Skip(2).TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line[4..]);
        var run = await Run.With(string.Join('\n', lines), "check", "-", "--as-of", "2026-11-23");
        Assert.Equal("", run.Error);
        Assert.True(run.Code is ExitCode.Holds or ExitCode.Indeterminate, run.Output);
    }

    [Fact]
    public async Task The_example_of_a_project_is_one()
    {
        var block = Project().Match(await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
        Assert.True(block.Success, "the README has no example of a project");
        using var folder = Gate.Shop.Project(block.Groups["body"].Value, Gate.Shop.Unreviewed).Write("waivers.yaml", "waivers: []\n");
        var taken = await Run.In(folder.Path, "check", "--no-config", "--rules", "law", "deployments", "--write-baseline", "policycheck.baseline.json");
        Assert.Equal(ExitCode.Holds, taken.Code);

        // What the baseline has doesn't fail the check; what is open by the other rule sets that it names does.
        var run = await Run.In(folder.Path, "check");
        Assert.Equal(ExitCode.Indeterminate, run.Code);
        Assert.Contains("shops/no-search", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 unchanged", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"2.1.0\"", folder.Read("policycheck.sarif"), StringComparison.Ordinal);
        var shown = await Run.In(folder.Path, "config", "show");
        Assert.Contains("falseMatchLimit: 1 in 50000", shown.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"<!-- A test runs a project with this block\. -->\n```yaml\n(?<body>(?:(?!```)[^\n]*\n)*)```")]
    private static partial Regex Project();

    [GeneratedRegex(@"```text\n(?<body>\$ policycheck (?<args>[^\n]*)\n(?:(?!```)[^\n]*\n)*)```")]
    private static partial Regex Example();
}
