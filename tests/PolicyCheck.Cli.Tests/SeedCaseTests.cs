namespace PolicyCheck.Cli.Tests;

public sealed class SeedCaseTests
{
    [Fact]
    public async Task The_sheriff_fails_the_pause_on_its_first_day()
    {
        var run = await Run.Of("check", "rules/examples/washington-county-sheriff.manifest.yaml", "--as-of", "2020-06-10");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Contains("amazon-rekognition-moratorium/police-use", run.Output, StringComparison.Ordinal);
    }
}
