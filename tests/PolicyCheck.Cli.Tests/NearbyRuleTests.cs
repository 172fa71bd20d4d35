namespace PolicyCheck.Cli.Tests;

public sealed class NearbyRuleTests
{
    /// <summary>A report as JSON makes the check read all rules.</summary>
    [Fact]
    public async Task A_check_by_the_rules_nearby_says_what_one_by_all_rules_says()
    {
        using var folder = new Folder();
        var all = Path.Combine(folder.Path, "all.json");
        foreach (var example in Directory.GetFiles(Path.Combine(Repository.Root, "rules", "examples"), "*.manifest.yaml").Order(StringComparer.Ordinal))
        {
            foreach (var day in new[] { "2019-07-01", "2020-06-10", "2024-12-01", "2026-11-23" })
            {
                var few = await Run.Of("check", example, "--as-of", day);
                var whole = await Run.Of("check", example, "--as-of", day, "-o", "text", "-o", $"json={all}");
                Assert.Equal(whole.Output, few.Output);
                Assert.Equal((whole.Code, whole.Error), (few.Code, few.Error));
            }
        }
    }
}
