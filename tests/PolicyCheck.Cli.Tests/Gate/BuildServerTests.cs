namespace PolicyCheck.Cli.Tests.Gate;

public sealed class BuildServerTests
{
    [Theory]
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("GITLAB_CI", "true")]
    [InlineData("TF_BUILD", "True")]
    public async Task A_report_has_the_same_bytes_on_a_build_server(string variable, string value)
    {
        using var installed = new InstalledProgram();
        var expected = await Run.Of("check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15");
        var ran = await Ran.In(Repository.Root, new Dictionary<string, string?>(installed.Environment) { [variable] = value }, installed.Path, "check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15");
        Assert.Equal(expected.Output, ran.Output);
        Assert.Equal((int)expected.Code, ran.Code);
    }
}
