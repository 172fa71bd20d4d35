namespace PolicyCheck.Cli.Tests.Authoring;

public sealed class TestExitCodeTests
{
    private const string Vacuous = Tested.Passing + """
          - name: nobody knows
            manifest: {deployer.sector: finance}
            expect: {verdict: not-applicable}

        """;

    private static readonly string[] Formats = ["text", "json", "junit", "tap", "html"];

    public static TheoryData<string, string, string, string, int> States => new()
    {
        { "all pass", Tested.Passing, Texts.ShopRules, "", 0 },
        { "the threshold is reached", Tested.Passing, Texts.ShopRules, "--threshold 1", 0 },
        { "the threshold is not reached", Tested.Passing, Texts.ShopRules, "--threshold 100", 1 },
        { "coverage alone refuses nothing", Tested.Passing, Texts.ShopRules, "--coverage", 0 },
        { "a case fails", Tested.Failing, Texts.ShopRules, "", 1 },
        { "a case fails that isn't run", Tested.Failing, Texts.ShopRules, "--run faces", 0 },
        { "a case fails among those run", Tested.Failing, Texts.ShopRules, "--run though", 1 },
        { "a case shows nothing", Vacuous, Texts.ShopRules, "", 1 },
        { "no case is about an exception", Tested.Head + Tested.Fails, Texts.ShopRules, "", 1 },
        { "no case is about a rule", Tested.Passing, WithSecondRule, "", 1 },
        { "no case is about a definition", Tested.Passing, WithDefinition, "", 1 },
        { "a part of the cases says nothing of what all leave out", Tested.Passing, WithSecondRule, "--run person", 0 },
        { "a condition is the same for everybody", Tested.Passing, Constant, "", 1 },
        { "no case has such a name", Tested.Passing, Texts.ShopRules, "--run nowhere", 2 },
        { "the expression isn't one", Tested.Passing, Texts.ShopRules, "--run (", 2 },
        { "the expression looks back", Tested.Passing, Texts.ShopRules, @"--run (a)\1", 2 },
        { "the threshold isn't one", Tested.Passing, Texts.ShopRules, "--threshold 101", 2 },
        { "a rule is misspelt", Tested.Passing.With("no-search: fail", "no-serch: fail"), Texts.ShopRules, "", 3 },
        { "a test file isn't YAML", "tests: [", Texts.ShopRules, "", 3 },
        { "a test file is empty", "", Texts.ShopRules, "", 3 },
        { "a test file has no case", "tests: shops\ncases: []\n", Texts.ShopRules, "", 3 },
        { "a test file has no list of cases", "tests: shops\n", Texts.ShopRules, "", 3 },
        { "a test file tests no rule set", Tested.Passing.With("tests: shops", "tests: []"), Texts.ShopRules, "", 3 },
        { "a rule set has an error", Tested.Passing, Texts.ShopRules.With("severity: high", "severity: hihg"), "", 3 },
    };

    private static string WithSecondRule => Texts.ShopRules.With("notCovered:", """
          - id: notice
            title: A shop gives notice
            citation: act, section 2
            when: {deployer.sector: retail}
            requires: {safeguards.notice: sign-at-every-entrance}
            severity: low
            remedy: Put up a notice.
        notCovered:
        """);

    private static string WithDefinition => Texts.ShopRules
        .With("rules:\n", "definitions:\n  watching: {use.purpose: theft-prevention}\nrules:\n")
        .With("system.function: identification}", "system.function: identification, none: [{is: watching}]}");

    private static string Constant => Texts.ShopRules.With("when: {safeguards.humanReview: true}", "when: {any: [{safeguards.humanReview: true}, {not: {safeguards.humanReview: true}}]}");

    [Theory]
    [MemberData(nameof(States))]
    public async Task The_exit_code_says_what_came_of_it_in_every_format(string state, string tests, string rules, string options, int expected)
    {
        Assert.NotEmpty(state);
        using var folder = Tested.Folder(tests, rules);
        foreach (var format in Formats)
        {
            var run = await Run.In(folder.Path, ["test", "-o", format, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            Assert.True((ExitCode)expected == run.Code, $"{format}: {run.Code}\n{run.Error}\n{run.Output}");
        }
    }

    [Fact]
    public async Task Many_formats_at_once_have_the_exit_code_of_one()
    {
        using var folder = Tested.Folder(Tested.Failing);
        var run = await Run.In(folder.Path, "test", "-o", "text", "-o", "json=a.json", "-o", "junit=a.xml", "-o", "tap=a.tap", "-o", "html=a.html");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Equal(["a.html", "a.json", "a.tap", "a.xml", "shops.rules.yaml", "shops_test.yaml"], folder.Names);
        foreach (var format in Formats[1..])
        {
            var alone = await Run.In(folder.Path, "test", "-o", format);
            Assert.Equal(alone.Output, folder.Read($"a.{(format == "junit" ? "xml" : format)}"));
        }
    }

    [Fact]
    public async Task A_rule_set_without_tests_is_named()
    {
        using var folder = Tested.Folder().Write("advice.rules.yaml", Texts.ShopGuidance);
        var run = await Run.In(folder.Path, "test");
        Assert.Equal((ExitCode.DoesNotHold, "PC724"), (run.Code, Diagnosed.Of(run).Single().Code));
        Assert.Contains("no test is about `advice`", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no test", "test", "shops.rules.yaml")]
    [InlineData("there is no test", "mutate", "shops.rules.yaml")]
    [InlineData("there is no file or folder `nowhere`", "test", "nowhere")]
    [InlineData("there is no file or folder `nowhere`", "mutate", "nowhere")]
    [InlineData("there is no file or folder `nowhere`", "test", ".", "--rules", "nowhere")]
    [InlineData("is no file of ours", "test", "notes.txt")]
    [InlineData("holds no rule set", "test", "empty")]
    [InlineData("no output format `xml`", "test", "-o", "xml")]
    [InlineData("no output format `tap`", "mutate", "-o", "tap")]
    [InlineData("can't be written", "test", "-o", "json=nowhere/report.json")]
    public async Task A_command_line_that_runs_nothing_is_refused(string told, params string[] args)
    {
        using var folder = Tested.Folder().Write("notes.txt", "").Write("empty/notes.txt", "");
        var run = await Run.In(folder.Path, args);
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_named_by_itself_finds_the_rules_beside_it()
    {
        using var folder = Tested.Folder();
        var run = await Run.In(folder.Path, "test", "shops_test.yaml");
        Assert.Equal((ExitCode.Holds, "✓ shops_test.yaml  2 cases\n\n2 cases in 1 file: 2 passed, 0 failed\n", ""), (run.Code, run.Output, run.Error));
    }
}
