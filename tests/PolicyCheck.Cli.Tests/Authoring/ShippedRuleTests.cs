namespace PolicyCheck.Cli.Tests.Authoring;

public sealed class ShippedRuleTests
{
    [Fact]
    public async Task The_tests_of_what_we_ship_reach_all_of_it()
    {
        var run = await Run.Of("test", "rules", "--coverage", "--threshold", "100");
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task They_notice_nine_changes_of_ten_and_the_others_are_accepted()
    {
        var run = await Run.Of("mutate", "rules", "-o", "json");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.InRange(run.Json.GetProperty("score").GetDecimal(), 90, 100);
    }
}
