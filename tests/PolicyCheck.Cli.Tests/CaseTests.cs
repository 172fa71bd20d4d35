using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests;

/// <summary>Holds the table of real deployments in <c>rules/examples/README.md</c> to the files beside it, and runs them.</summary>
public sealed partial class CaseTests
{
    private static string Folder => Path.Combine(Repository.Root, "rules", "examples");

    [Fact]
    public async Task Every_deployment_comes_to_what_a_court_a_regulator_or_the_text_says()
    {
        var run = await Run.Of("test", "rules/examples", "--rules", "rules");

        Assert.True(run.Code == ExitCode.Holds, run.Error + run.Output);
    }

    [Fact]
    public void The_table_has_a_row_for_each_of_the_twenty_two_cases() =>
        Assert.Equal(Enumerable.Range(1, 22).Select(number => $"D{number:00}"), Rows().Select(row => row.Groups["case"].Value));

    [Fact]
    public void Every_row_leads_to_its_manifests_and_its_test() =>
        Assert.All(Rows(), row =>
        {
            var files = Files(row.Value);
            Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Folder, file)), $"{row.Groups["case"].Value} leads to {file}, which isn't there"));
            Assert.All(files.Where(file => file.EndsWith("_test.yaml", StringComparison.Ordinal)), file => Assert.Contains($"# {row.Groups["case"].Value}", File.ReadAllText(Path.Combine(Folder, file)), StringComparison.Ordinal));
            Assert.Contains(files, file => file.EndsWith(".manifest.yaml", StringComparison.Ordinal));
            Assert.Contains(files, file => file.EndsWith("_test.yaml", StringComparison.Ordinal));
        });

    [Fact]
    public void No_manifest_and_no_test_of_a_case_is_missing_from_the_table() =>
        Assert.Equal(
            Directory.GetFiles(Folder, "*.yaml").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Rows().SelectMany(row => Files(row.Value)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_rule_that_a_row_speaks_of_is_one_that_its_test_expects_something_of() =>
        Assert.All(Rows(), row =>
        {
            var tests = string.Concat(Files(row.Value).Where(file => file.EndsWith("_test.yaml", StringComparison.Ordinal)).Select(file => File.ReadAllText(Path.Combine(Folder, file))));
            Assert.All(Names().Matches(row.Value), name => Assert.All(name.Groups["part"].Captures, part => Assert.Contains(part.Value, tests, StringComparison.Ordinal)));
        });

    private static MatchCollection Rows() => Row().Matches(File.ReadAllText(Path.Combine(Folder, "README.md")));

    private static List<string> Files(string row) => [.. Links().Matches(row).Select(link => link.Groups["file"].Value)];

    [GeneratedRegex(@"^\| (?<case>D\d\d) \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\((?<file>[^)]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`(?:(?<part>[a-z0-9-]+)/)?(?<part>[a-z0-9-]+)`")]
    private static partial Regex Names();
}
