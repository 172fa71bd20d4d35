using PolicyCheck.Cli.Tests.Authoring;

namespace PolicyCheck.Cli.Tests.OtherTools;

/// <summary>Failures of other tools by which a test passed that should not have, each of which must not happen here.</summary>
public sealed class TestsThatHideFailuresTests
{
    /// <summary>kyverno#9379.</summary>
    [Fact]
    public async Task A_misspelt_rule_in_a_test_does_not_pass()
    {
        using var folder = Tested.Folder(Tested.Passing.With("no-search: fail", "no-serch: fail"));
        var run = await Run.In(folder.Path, "test");
        Assert.Equal((ExitCode.InvalidInput, "PC703", "did you mean `no-search`?"), (run.Code, Diagnosed.Of(run).Single().Code, Diagnosed.Of(run).Single().Cure));
    }

    /// <summary>kyverno#9804.</summary>
    [Fact]
    public async Task A_rule_that_matches_nothing_does_not_pass()
    {
        using var folder = Tested.Folder(
            Tested.Head + Tested.Fails.With("no-search: fail", "no-search: not-applicable"),
            Texts.ShopRules.With("prohibits: {deployer.sector: retail, system", "prohibits: {all: [{deployer.sector: retail}, {deployer.sector: finance}], system"));
        var run = await Run.In(folder.Path, "test");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Contains("can't hold for any deployment", run.Error, StringComparison.Ordinal);
    }

    /// <summary>conforma#1753.</summary>
    [Fact]
    public async Task A_test_of_an_unknown_rule_set_does_not_pass()
    {
        using var folder = Tested.Folder(Tested.Passing.With("tests: shops", "tests: shosp"));
        var run = await Run.In(folder.Path, "test");
        Assert.Equal((ExitCode.InvalidInput, "PC702"), (run.Code, Diagnosed.Of(run)[0].Code));
    }

    /// <summary>conftest#108.</summary>
    [Fact]
    public async Task The_last_file_does_not_hide_that_an_earlier_one_fails()
    {
        using var folder = Tested.Folder(Tested.Failing).Write("more_test.yaml", Tested.Passing).Write("a_test.yaml", Tested.Passing);
        string[] files = ["a_test.yaml", "more_test.yaml", "shops_test.yaml"];
        foreach (var order in new int[][] { [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0] })
        {
            Assert.Equal(ExitCode.DoesNotHold, (await Run.In(folder.Path, ["test", .. order.Select(i => files[i])])).Code);
        }
    }

    /// <summary>kyverno#2318.</summary>
    [Fact]
    public async Task A_format_does_not_change_the_exit_code()
    {
        using var folder = Tested.Folder(Tested.Failing);
        foreach (var format in new[] { "text", "json", "junit", "tap", "html" })
        {
            Assert.Equal(ExitCode.DoesNotHold, (await Run.In(folder.Path, "test", "-o", format)).Code);
        }
    }

    /// <summary>catala#208.</summary>
    [Fact]
    public async Task Of_two_exceptions_that_apply_none_is_kept_quiet()
    {
        using var folder = Tested.Folder(
            Tested.Failing,
            Texts.ShopRules.With("    severity: high", "      - {id: second, title: Another, citation: act, when: {system.function: identification, safeguards.humanReview: true}}\n    severity: high"));
        var run = await Run.In(folder.Path, "test");
        Assert.Contains("expected fail, found pass by reviewed and second", run.Output, StringComparison.Ordinal);
    }
}
