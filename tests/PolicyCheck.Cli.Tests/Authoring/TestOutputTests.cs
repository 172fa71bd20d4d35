using PolicyCheck.Mutation;

namespace PolicyCheck.Cli.Tests.Authoring;

public sealed class TestOutputTests
{
    [Theory]
    [InlineData("test.txt", "test")]
    [InlineData("test.json", "test -o json")]
    [InlineData("test.junit.xml", "test -o junit")]
    [InlineData("test.tap", "test -o tap")]
    [InlineData("test-coverage.txt", "test --coverage")]
    [InlineData("test-coverage.json", "test --coverage -o json")]
    [InlineData("test-coverage.html", "test -o html")]
    public async Task What_is_written_of_a_run_that_fails_is_what_was_agreed_on(string name, string commandLine)
    {
        using var folder = Tested.Folder(Tested.Failing);
        var run = await Run.In(folder.Path, commandLine.Split(' '));
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Golden.Verify(name, run.Output);
    }

    [Fact]
    public async Task What_is_said_of_untouched_rules_is_what_was_agreed_on()
    {
        using var folder = Tested.Folder(Tested.Head + Tested.Fails);
        var run = await Run.In(folder.Path, "test");
        Golden.Verify("test-untouched.txt", $"{run.Error}----\n{run.Output}");
    }

    [Theory]
    [InlineData("mutate.txt", "mutate")]
    [InlineData("mutate.json", "mutate -o json")]
    public async Task What_is_written_of_mutants_is_what_was_agreed_on(string name, string commandLine)
    {
        using var folder = Tested.Folder();
        var run = await Run.In(folder.Path, commandLine.Split(' '));
        Assert.Equal((ExitCode.DoesNotHold, ""), (run.Code, run.Error));
        Golden.Verify(name, run.Output);
    }

    [Fact]
    public async Task What_is_written_of_mutants_as_JSON_can_be_read_back()
    {
        using var folder = Tested.Folder();
        var run = await Run.In(folder.Path, "mutate", "-o", "json");
        var read = Assert.Single(MutationJson.Read(System.Text.Encoding.UTF8.GetBytes(run.Output)) ?? []);
        using var again = new MemoryStream();
        MutationJson.Write([read], again);
        Assert.Equal(run.Output, System.Text.Encoding.UTF8.GetString(again.ToArray()));
    }

    [Fact]
    public async Task A_failed_case_shows_the_tree_of_its_rule_with_the_values_and_links_to_both_files()
    {
        using var folder = Tested.Folder(Tested.Failing);
        var run = await Run.In(folder.Path, "test");
        Assert.Contains("expected fail, found pass by reviewed", run.Output, StringComparison.Ordinal);
        Assert.Contains("shops_test.yaml:19:14", run.Output, StringComparison.Ordinal);
        Assert.Contains($"shops.rules.yaml:{Diagnosed.PlaceOf("no-search", Texts.ShopRules)}", run.Output, StringComparison.Ordinal);
        Assert.Contains("stated: true (shops_test.yaml:", run.Output, StringComparison.Ordinal);
    }
}
