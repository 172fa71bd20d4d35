namespace PolicyCheck.Cli.Tests;

public sealed class VerifyTests
{
    [Fact]
    public async Task What_is_judged_twice_is_reported_as_what_is_judged_once()
    {
        var examples = Path.Combine("rules", "examples");
        foreach (var day in new[] { "2020-06-10", "2026-11-23" })
        {
            var once = await Run.Of("check", examples, "--as-of", day);
            var twice = await Run.Of("check", examples, "--as-of", day, "--verify", "--verbose");
            Assert.Equal((once.Code, once.Output), (twice.Code, twice.Output));
            Assert.Matches("judged [0-9]+ manifests a second time, with the same outcomes", twice.Error);
        }
    }

    [Fact]
    public async Task A_fleet_is_judged_twice_too()
    {
        using var folder = new Folder();
        folder.Write("fleet.ndjson", """
            {"manifest": "one", "deployer": {"name": "Somebody", "sector": "law-enforcement"}, "places": ["US-OR/portland"], "uses": [{"id": "first", "purpose": ["criminal-investigation"]}]}
            {"manifest": "two", "places": ["DE"]}
            """);
        var once = await Run.In(folder.Path, "check", "fleet.ndjson", "-o", "ndjson", "--as-of", "2026-11-23");
        var twice = await Run.In(folder.Path, "check", "fleet.ndjson", "-o", "ndjson", "--as-of", "2026-11-23", "--verify");
        Assert.Equal((once.Code, once.Output), (twice.Code, twice.Output));
        Assert.Equal(2, twice.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
