using PolicyCheck.Cli.Tests.Authoring;

namespace PolicyCheck.Cli.Tests.OtherTools;

/// <summary>Failures of other tools by which a value was taken for another, each of which must not happen here.</summary>
public sealed class ValuesThatMisleadTests
{
    /// <summary>agt#3297, agt PR#3529: a fact or a whole section that is missing is neither another value nor none.</summary>
    [Theory]
    [InlineData("{isNot: finance}", "{}")]
    [InlineData("{notIn: [finance]}", "{}")]
    [InlineData("{is: retail}", "{}")]
    [InlineData("{isNot: finance}", "{deployer.name: A shop}")]
    [InlineData("{notIn: [finance]}", "{deployer.name: A shop}")]
    [InlineData("{is: retail}", "{deployer.name: A shop}")]
    public async Task A_missing_fact_is_not_taken_for_another_value(string condition, string manifest)
    {
        using var folder = Sector($"prohibits: {{deployer.sector: {condition}, deployer.name: {{isNot: Nobody}}}}", manifest, "indeterminate");
        await Passes(folder);
    }

    /// <summary>agt#3297, in a permission: what isn't known permits nothing.</summary>
    [Theory]
    [InlineData("{isNot: law-enforcement}")]
    [InlineData("{notIn: [law-enforcement]}")]
    public async Task A_missing_fact_does_not_permit(string condition)
    {
        using var folder = Tested.Folder(
            """
            tests: [shops, leave]
            cases:
              - {name: nobody knows who, manifest: {system.function: identification}, asOf: 2022-06-15, expect: {no-search: indeterminate}}

            """,
            Texts.ShopRules.With("prohibits: {deployer.sector: retail, system.function", "prohibits: {system.function").With("    unless:\n      - {id: reviewed, title: A person looks at every match, citation: act, when: {safeguards.humanReview: true}}\n", ""))
            .Write("leave.rules.yaml", Texts.ShopRules.With("ruleSet: shops", "ruleSet: leave").With("id: no-search", "id: leave")
                .With("prohibits: {deployer.sector: retail, system.function: identification}", $"permits: {{deployer.sector: {condition}}}\n    overrides: [shops/no-search]")
                .With("    unless:\n      - {id: reviewed, title: A person looks at every match, citation: act, when: {safeguards.humanReview: true}}\n", ""));
        await Passes(folder);
    }

    /// <summary>agt PR#3529: a fact that is there without a value.</summary>
    [Fact]
    public async Task A_null_is_not_taken_for_a_value()
    {
        using var folder = Sector("prohibits: {deployer.sector: retail}", "{deployer.sector: null}", "indeterminate");
        await Refused(folder, "PC210");
    }

    /// <summary>RulesEngine#692.</summary>
    [Fact]
    public async Task A_missing_day_does_not_come_before_every_other()
    {
        using var folder = Sector("prohibits: {system.inServiceSince: {before: 2020-01-01}}", "{}", "{outcome: indeterminate, missing: [system.inServiceSince]}");
        await Passes(folder);
    }

    /// <summary>openfisca#437.</summary>
    [Theory]
    [InlineData("2021-06-15")]
    [InlineData("2023-01-01")]
    public async Task A_parameter_has_no_value_before_and_after_its_days(string day)
    {
        using var folder = Sector("prohibits: {system.inServiceSince: {before: $first}}", "{system.inServiceSince: 2019-01-01}", "{outcome: indeterminate, missing: [$first]}", "parameters: {first: {meaning: the first day, values: [{from: 2022-01-01, until: 2023-01-01, value: 2020-01-01}]}}");
        folder.Write("shops_test.yaml", folder.Read("shops_test.yaml").With("2022-06-15", day));
        await Passes(folder);
    }

    /// <summary>RulesEngine#743.</summary>
    [Fact]
    public async Task A_parameter_is_not_replaced_by_another_of_its_name()
    {
        using var folder = Sector("prohibits: {system.inServiceSince: {before: $first}}", "{}", "indeterminate", "parameters:\n  first: {meaning: m, values: [{value: 2020-01-01}]}\n  first: {meaning: m, values: [{value: 2021-01-01}]}");
        var run = await Run.In(folder.Path, "test");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("`first`", run.Error, StringComparison.Ordinal);
    }

    /// <summary>cfn-guard#218.</summary>
    [Theory]
    [InlineData("cases:\n  name: a\n")]
    [InlineData("cases: {name: a}\n")]
    public async Task A_mapping_in_place_of_a_list_is_told_in_plain_words(string cases)
    {
        using var folder = Tested.Folder($"tests: shops\n{cases}");
        var run = await Run.In(folder.Path, "test");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("list", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    /// <summary>YAML 1.1 reads these as true and false.</summary>
    [Theory]
    [InlineData("Yes")]
    [InlineData("NO")]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("\"true\"")]
    public async Task A_word_is_not_taken_for_true_or_false(string word)
    {
        using var folder = Tested.Folder(Tested.Passing.With("change: {safeguards.humanReview: true}", $"change: {{safeguards.humanReview: {word}}}"));
        Assert.Equal(ExitCode.InvalidInput, (await Run.In(folder.Path, "test")).Code);
    }

    /// <summary>The Norway problem.</summary>
    [Fact]
    public async Task Norway_is_not_taken_for_false()
    {
        using var folder = Sector("prohibits: {places: NO}", "{places: NO}", "fail");
        await Passes(folder);
    }

    private static Folder Sector(string rule, string manifest, string outcome, string other = "") => Tested.Folder(
        $"tests: shops\ncases:\n  - name: a case\n    manifest: {manifest}\n    asOf: 2022-06-15\n    expect: {{no-search: {outcome}}}\n",
        Texts.ShopRules
            .With("prohibits: {deployer.sector: retail, system.function: identification}", rule)
            .With("    unless:\n      - {id: reviewed, title: A person looks at every match, citation: act, when: {safeguards.humanReview: true}}\n", "")
            .With("rules:\n", $"{other}\nrules:\n"));

    private static async Task Passes(Folder folder)
    {
        var run = await Run.In(folder.Path, "test", "--run", ".");
        Assert.True(run.Code == ExitCode.Holds, run.Error + run.Output);
    }

    private static async Task Refused(Folder folder, string code)
    {
        var run = await Run.In(folder.Path, "test");
        Assert.Equal((ExitCode.InvalidInput, code), (run.Code, Diagnosed.Of(run)[0].Code));
    }
}
