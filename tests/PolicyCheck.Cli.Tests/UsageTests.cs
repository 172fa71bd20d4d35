namespace PolicyCheck.Cli.Tests;

public sealed class UsageTests
{
    private const string Sheriff = "rules/examples/washington-county-sheriff.manifest.yaml";

    [Theory]
    [InlineData("")]
    [InlineData("chekc")]
    [InlineData("check")]
    [InlineData("check --no-such-flag " + Sheriff)]
    [InlineData("check no-such-file.manifest.yaml")]
    [InlineData("check no-such-folder/")]
    [InlineData("check " + Sheriff + " no-such-file.manifest.yaml")]
    [InlineData("check engine/Text")]
    [InlineData("check " + Sheriff + " --rules no-such-folder")]
    [InlineData("check " + Sheriff + " --rules rules/examples")]
    [InlineData("check " + Sheriff + " -o xml")]
    [InlineData("check " + Sheriff + " -o")]
    [InlineData("check " + Sheriff + " -o json=")]
    [InlineData("check " + Sheriff + " -o json -o text")]
    [InlineData("check " + Sheriff + " -o json=a.json -o text=a.json")]
    [InlineData("check " + Sheriff + " --as-of 2020/06/10")]
    [InlineData("check " + Sheriff + " --as-of 2020-02-30")]
    [InlineData("check " + Sheriff + " --as-of tomorrow")]
    [InlineData("check " + Sheriff + " --as-of 10.06.2020")]
    [InlineData("check " + Sheriff + " --as-of")]
    [InlineData("check " + Sheriff + " --explain some")]
    [InlineData("check " + Sheriff + " --fail-on sometimes")]
    [InlineData("check " + Sheriff + " --include everything")]
    [InlineData("check " + Sheriff + " --timeout soon")]
    [InlineData("check " + Sheriff + " --timeout 0")]
    [InlineData("check " + Sheriff + " --timeout -3")]
    [InlineData("check " + Sheriff + " --max-bytes 0")]
    [InlineData("check " + Sheriff + " --max-depth many")]
    [InlineData("list nonsense")]
    [InlineData("list --place US-ORR")]
    [InlineData("list -o xml")]
    [InlineData("list -o json -o text")]
    [InlineData("list --as-of 2020-6-1")]
    [InlineData("list --rules no-such-folder")]
    [InlineData("explain")]
    [InlineData("explain no-such-rule")]
    [InlineData("explain police-use --as-of yesterday")]
    public async Task A_wrong_command_line_is_answered_with_code_2_a_reason_and_no_report(string commandLine)
    {
        var run = await Run.Of(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("policycheck: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("check --as-of 2020/06/10 x", "did you mean `2020-06-10`?")]
    [InlineData("explain deployer.sectro", "did you mean `deployer.sector`?")]
    [InlineData("explain amazon-rekognition-moratorium/police-us", "did you mean `amazon-rekognition-moratorium/police-use`?")]
    [InlineData("list --place us-or", "did you mean `US-OR`?")]
    [InlineData("check x -o xml", "use text or json")]
    public async Task The_reason_says_what_was_probably_meant(string commandLine, string cure)
    {
        var run = await Run.Of(commandLine.Split(' '));
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(cure, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longest_time_in_seconds_that_no_clock_measures_is_no_error()
    {
        var run = await Run.Of("check", Sheriff, "--as-of", "2020-06-09", "--timeout", "2147483647");
        Assert.Equal(ExitCode.Holds, run.Code);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        var run = await Run.Of("check", "--help");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Contains("Exit codes:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_the_program_has_a_line_for_each_verb_and_leaves_the_rest_to_the_verbs()
    {
        var (all, one) = (await Run.Of("--help"), await Run.Of("mutate", "--help"));
        Assert.Contains("  mutate <paths>", all.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Examples:", all.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", one.Output, StringComparison.Ordinal);
    }
}
