using System.Collections.Concurrent;
using System.Text.Json;

namespace PolicyCheck.Cli.Tests;

public sealed class SeedCaseTests
{
    // A whole folder is checked once for each day, since many rows ask about the same one.
    private static readonly ConcurrentDictionary<string, Lazy<Task<Run>>> Days = new(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(SeedCase.Rows), MemberType = typeof(SeedCase))]
    public async Task What_is_known_to_have_come_of_a_deployment_is_what_is_found(string row)
    {
        var expected = SeedCase.Parse(row);

        var run = await Examples(expected.Day);

        var manifest = Assert.Single(run.Json.Items("manifests"), manifest => manifest.Text("id") == expected.Manifest);
        var uses = manifest.Items("uses").Where(use => expected.Use.Length == 0 || use.Text("id") == expected.Use).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, use => Fits(use.Finding(expected.Rule), expected));
    }

    [Fact]
    public void No_case_is_forgotten()
    {
        var cases = SeedCase.Rows().Select(row => row.Data[..3]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09"], cases);
    }

    private static Task<Run> Examples(string day) =>
        Days.GetOrAdd(day, key => new(() => Run.Of("check", "rules/cases", "--as-of", key, "--include", "proposals", "-o", "json"))).Value;

    private static void Fits(JsonElement finding, SeedCase expected)
    {
        Assert.Equal(expected.Outcome, finding.Text("outcome"));
        Assert.Equal(expected.Expected.Contains("(period)", StringComparison.Ordinal), finding.Text("reason") == "not-in-force");
        var applying = finding.Items("exceptions").Where(exception => exception.Text("applies") == "true").Select(exception => exception.Text("id"));
        Assert.Equal(expected.Said("exception"), string.Join(", ", applying));
        Assert.Equal(expected.Outcome == "indeterminate", finding.Items("missing").Length > 0);
        Assert.Subset(finding.Texts("missing", "fact").ToHashSet(), expected.Said("missing").Split(", ", StringSplitOptions.RemoveEmptyEntries).ToHashSet());
    }
}
