namespace PolicyCheck.Cli.Tests;

public sealed class EdgeNumberTests
{
    [Theory]
    [InlineData("1e28 in 1e-28")]
    [InlineData("-1e28 in 1e-28")]
    [InlineData("1 in 0")]
    [InlineData("2 in 1")]
    [InlineData("1e29")]
    [InlineData("-0.01 %")]
    public async Task A_number_beyond_all_bounds_is_refused(string threshold)
    {
        var run = await Run.With($"manifest: m\naccuracy: {{threshold: {threshold}}}\n", "check", "-");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains(Diagnosed.Of(run), told => told.Code == "PC304");
    }

    [Theory]
    [InlineData("{trials: 9223372036854775807, errors: 1}")]
    [InlineData("{trials: 9000000000000000000, errors: 9999}")]
    [InlineData("{trials: 9000000000000000000, errors: 8999999999999999999}")]
    [InlineData("{trials: 9223372036854775807, errors: 9223372036854775807}")]
    [InlineData("{trials: 79228162514264337593543950335, errors: 79228162514264337593543950335}")]
    [InlineData("{trials: 1, errors: 0}")]
    [InlineData("{trials: 0, errors: 0}")]
    [InlineData("{rate: 0.0000000000000000000000000001}")]
    public async Task Results_of_any_size_are_judged_in_a_moment(string row)
    {
        var rows = string.Join(", ", new[] { "false-positive-identification-rate", "false-match-rate", "false-alert-rate" }.Select(metric => row.Replace("{", $"{{metric: {metric}, ", StringComparison.Ordinal)));
        var manifest = $"manifest: m\nsystem: {{function: [identification, verification]}}\naccuracy: {{results: [{rows}, {rows}]}}\nuses: [{{id: a, realTime: true}}]\n";

        var run = await Run.With(manifest, "check", "-", "--timeout", "20", "-o", "json", "--as-of", "2026-01-01");
        Assert.Empty(run.Error);
        Assert.DoesNotContain("error", run.Json.Findings().Select(finding => finding.Text("outcome")));
    }
}
