namespace PolicyCheck.Cli.Tests.Authoring;

public sealed class MutateTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("--threshold 16", 0)]
    [InlineData("--threshold 17", 1)]
    [InlineData("--threshold 0", 0)]
    public async Task Survivors_or_the_score_decide_in_every_format(string options, int expected)
    {
        using var folder = Tested.Folder();
        foreach (var format in new[] { "text", "json" })
        {
            var run = await Run.In(folder.Path, ["mutate", "-o", format, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            Assert.Equal(((ExitCode)expected, ""), (run.Code, run.Error));
        }
    }

    [Fact]
    public async Task Mutants_accepted_with_a_reason_are_no_longer_survivors()
    {
        using var folder = Tested.Folder();
        folder.Write("shops_test.yaml", Tested.Passing + Accepted(await Survivors(folder)));
        var run = await Run.In(folder.Path, "mutate");
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
        Assert.Contains("accepted: nobody cares", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutant_accepted_that_does_not_survive_is_stale()
    {
        using var folder = Tested.Folder();
        folder.Write("shops_test.yaml", Tested.Passing + Accepted([.. await Survivors(folder), "0badc0de"]));
        var run = await Run.In(folder.Path, "mutate");
        Assert.Equal((ExitCode.InvalidInput, "PC725"), (run.Code, Diagnosed.Of(run).Single().Code));
        Assert.Contains("`0badc0de` is not a mutant that survives", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-search: fail", "no-search: pass", "fails as its rules stand")]
    [InlineData("no-search: fail", "no-serch: fail", "PC703")]
    public async Task Tests_that_fail_or_cannot_be_read_judge_nothing(string part, string other, string told)
    {
        using var folder = Tested.Folder(Tested.Passing.With(part, other));
        var run = await Run.In(folder.Path, "mutate");
        Assert.Equal((ExitCode.InvalidInput, ""), (run.Code, run.Output));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Layouts => new()
    {
        { "block", Tested.Passing },
        { "without indentation", Tested.Head + """
            - name: a shop may not search faces
              manifest: searching
              expect: {no-search: fail}
            - name: a person looks at every match
              manifest: searching
              change: {safeguards.humanReview: true}
              expect:
                no-search: pass by reviewed

            """ },
        { "each in braces", Tested.Head + """
              - {name: a shop may not search faces, manifest: searching, expect: {no-search: fail}}
              - {name: a person looks at every match, manifest: searching,
                 change: {safeguards.humanReview: true},
                 expect: {no-search: pass by reviewed}
                }  # the last

            """ },
        { "a table", Tested.Head + """
              - name: a person looks at every match, or not
                manifest: searching
                columns: [safeguards.humanReview, no-search]
                rows:
                  - [false, fail]
                  - [true, pass by reviewed]  # the last

            """ },
        { "not the last key", Tested.Passing + "# Behind the cases.\ndescription: Tests of the rules on shops.\n" },
        { "no final line break", Tested.Passing.TrimEnd() },
        { "lines of Windows", Tested.Passing.ReplaceLineEndings("\r\n") },
        { "far to the right", Tested.Head + string.Concat((Tested.Fails + Tested.PassesByException).TrimEnd().Split('\n').Select(line => $"    {line}\n")) },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Cases_can_be_added_that_pass_and_kill_and_every_comment_stays(string layout, string tests)
    {
        var commented = tests.With("manifests:", "# Those that cases start from.\nmanifests:") + "\n# The end.\n";
        using var folder = Tested.Folder(commented);
        var added = await Run.In(folder.Path, "mutate", "--write-tests");
        Assert.Equal(ExitCode.DoesNotHold, added.Code);
        var text = folder.Read("shops_test.yaml");
        Assert.All(commented.Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal)), comment => Assert.Contains(comment, text, StringComparison.Ordinal));

        foreach (var verb in new[] { "mutate", "test" })
        {
            var run = await Run.In(folder.Path, verb);
            Assert.True(run.Code == ExitCode.Holds, $"{layout}: {verb}: {run.Code}\n{run.Error}{run.Output}\n{text}");
        }

        await Run.In(folder.Path, "fmt", "--write");
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, "test")).Code);
    }

    [Fact]
    public async Task Several_mutants_that_one_case_tells_get_one_case()
    {
        using var folder = Tested.Folder();
        await Run.In(folder.Path, "mutate", "--write-tests");
        Assert.Equal(2 + 4, folder.Read("shops_test.yaml").Split("- name:").Length - 1);
    }

    [Theory]
    [InlineData("shops_test.yaml", "tests: shops\nasOf: 2022-06-15\ncases: [{name: a, manifest: {deployer.sector: retail, system.function: identification, safeguards.humanReview: false}, expect: {no-search: fail}}]\n")]
    [InlineData("shops_test.json", """{"tests": "shops", "asOf": "2022-06-15", "cases": [{"name": "a", "manifest": {"deployer.sector": "finance"}, "expect": {"no-search": "not-applicable"}}]}""")]
    public async Task Cases_in_brackets_stay_as_they_are_and_that_is_said(string file, string tests)
    {
        using var folder = new Folder().Write("shops.rules.yaml", Texts.ShopRules).Write(file, tests);
        var run = await Run.In(folder.Path, "mutate", "--write-tests");
        Assert.Equal((ExitCode.Usage, tests), (run.Code, folder.Read(file)));
        Assert.Contains("in brackets", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_rule_sets_with_a_rule_of_one_name_get_cases_that_say_which()
    {
        using var folder = new Folder()
            .Write("shops.rules.yaml", Texts.ShopRules)
            .Write("stores.rules.yaml", Texts.ShopRules.With("ruleSet: shops", "ruleSet: stores"))
            .Write("both_test.yaml", Tested.Passing.With("tests: shops", "tests: [shops, stores]").With("no-search: fail", "shops/no-search: fail").With("no-search: pass by", "stores/no-search: pass by"));
        await Run.In(folder.Path, "mutate", "--write-tests");
        var run = await Run.In(folder.Path, "mutate");
        Assert.True(run.Code == ExitCode.Holds, run.Error + run.Output + folder.Read("both_test.yaml"));
    }

    private static string Accepted(IEnumerable<string> mutants) => "accepted:\n" + string.Concat(mutants.Select(id => $"  - {{mutant: {id}, reason: nobody cares}}\n"));

    private static async Task<List<string>> Survivors(Folder folder) =>
        [.. (await Run.In(folder.Path, "mutate", "-o", "json")).Json.GetProperty("files")[0].GetProperty("mutants").EnumerateArray()
            .Where(mutant => mutant.GetProperty("fate").GetString() == "survived")
            .Select(mutant => mutant.GetProperty("id").GetString() ?? "")];
}
