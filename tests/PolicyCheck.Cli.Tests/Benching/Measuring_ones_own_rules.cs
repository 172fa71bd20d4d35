namespace PolicyCheck.Cli.Tests.Benching;

public sealed class Measuring_ones_own_rules
{
    private static readonly string[] Sheriff = ["bench", "rules/examples/washington-county-sheriff.manifest.yaml", "--rules", "rules/corporate", "--as-of", "2020-06-10", "--rounds", "1"];

    [Fact]
    public async Task Every_step_is_told_as_a_ratio()
    {
        var run = await Run.Of([.. Sheriff, "-o", "json"]);
        Assert.Equal(("", ExitCode.Holds), (run.Error, run.Code));
        Assert.Equal(1, run.Json.GetProperty("manifests").GetProperty("manifests").GetInt32());
        Assert.Equal(["load", "compile", "read", "judge"], run.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString()));
        Assert.All(run.Json.GetProperty("steps").EnumerateArray(), step => Assert.Equal(
            step.GetProperty("milliseconds").GetDouble() / step.GetProperty("yardstickMilliseconds").GetDouble(),
            step.GetProperty("ratio").GetDouble(),
            tolerance: 0.01 * step.GetProperty("ratio").GetDouble() + 0.01));
    }

    [Fact]
    public async Task A_ratio_that_grew_fails_and_one_that_fell_does_not()
    {
        using var folder = new Folder();
        folder.Write("small.json", Earlier(0.001));
        folder.Write("large.json", Earlier(1_000_000));
        var grew = await Run.Of([.. Sheriff, "--compare", Path.Combine(folder.Path, "small.json")]);
        var fell = await Run.Of([.. Sheriff, "--compare", Path.Combine(folder.Path, "large.json")]);
        Assert.Equal(ExitCode.DoesNotHold, grew.Code);
        Assert.Contains("grew beyond what is allowed", grew.Output, StringComparison.Ordinal);
        Assert.Contains("the rules aren't those of", grew.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Holds, fell.Code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("not JSON")]
    [InlineData("""{"schemaVersion": 2, "steps": []}""")]
    public async Task A_file_that_holds_no_measurement_is_refused(string content)
    {
        using var folder = new Folder();
        folder.Write("other.json", content);
        var run = await Run.Of([.. Sheriff, "--compare", Path.Combine(folder.Path, "other.json")]);
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("isn't a measurement to compare with", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_with_errors_is_not_measured()
    {
        var run = await Run.With("manifest: m\nnonsense: 1\n", "bench", "-", "--rounds", "1");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("nothing was measured", run.Error, StringComparison.Ordinal);
    }

    private static string Earlier(double milliseconds) => FormattableString.Invariant(
        $$"""
        {"schemaVersion": 1, "rounds": 7, "rules": {"ruleSets": 1, "rules": 1, "digest": "sha256:0"}, "manifests": {"manifests": 1, "bytes": 1, "digest": "sha256:0"},
         "steps": [{"step": "load", "milliseconds": {{milliseconds}}, "yardstickMilliseconds": 1}, {"step": "read", "milliseconds": {{milliseconds}}, "yardstickMilliseconds": 1}]}
        """);
}
