namespace PolicyCheck.Cli.Tests.Editor;

/// <summary>What our language server finds when nobody types: failing cases, what lint says, and what tests reach.</summary>
public sealed class CloserLookTests
{
    [Fact]
    public async Task A_failing_case_is_told_at_the_case_until_the_rule_or_the_case_is_mended()
    {
        await using var server = await OwnServer.Start();
        var path = server.At("robots_test.yaml");
        await server.Editor.Open(path, OwnServer.Tests.Replace("[101, fail]", "[101, pass]", StringComparison.Ordinal));
        Assert.Equal(
            ["PC720 16:15-16:19 error `no-sight`: expected pass, found fail, as of 2026-01-01\ncure: read The act, section 3, and correct the rule (robots.rules.yaml, line 29) or the case; `policycheck test` shows what each condition comes to"],
            await server.Editor.Problems(path, static all => all.Count > 0));

        await server.Editor.Open(server.At("robots.rules.yaml"), OwnServer.Rules.Replace("value: 100", "value: 101", StringComparison.Ordinal));
        Assert.Empty(await server.Editor.Problems(path, static all => all.Count == 0));
        await server.Editor.Change(server.At("robots.rules.yaml"), OwnServer.Rules, 2);
        Assert.Single(await server.Editor.Problems(path, static all => all.Count > 0));
        await server.Editor.Change(path, OwnServer.Tests, 2);
        Assert.Empty(await server.Editor.Problems(path, static all => all.Count == 0));
    }

    [Fact]
    public async Task A_failing_verdict_is_told_too()
    {
        await using var server = await OwnServer.Start();
        await server.Editor.Open(server.At("robots_test.yaml"), OwnServer.Tests.Replace("{no-arms: fail}", "{verdict: compliant}", StringComparison.Ordinal));
        Assert.Equal(
            ["PC720 7:14-7:21 error `verdict`: expected compliant, found non-compliant, as of 2026-01-01\ncure: read what each rule says, and correct the rules or the case; `policycheck test` shows it"],
            await server.Editor.Problems(server.At("robots_test.yaml"), static all => all.Count > 0));
    }

    [Fact]
    public async Task A_test_learns_what_its_rules_are_called()
    {
        await using var server = await OwnServer.Start();
        await server.Editor.Open(server.At("robots.rules.yaml"), OwnServer.Rules.Replace("id: no-sight", "id: no-vision", StringComparison.Ordinal));
        var problems = await server.Editor.Problems(server.At("robots_test.yaml"), static all => all.Count > 1);
        Assert.All(problems, static problem => Assert.Contains("error there is no rule `no-sight` in robots", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("robots.rules.yaml", "remedy: Disarm it.", "remedy: TODO disarm it.", "PC816 28:13-28:17 warning `TODO` was left here\ncure: do it, or say under `note` or `notCovered` what is open\nwhy: policycheck explain left-todo")]
    [InlineData("robots_test.yaml", "name: the police are", "name: TBD", "PC816 8:11-8:14 warning `TBD` was left here\ncure: do it, or say under `note` or `notCovered` what is open\nwhy: policycheck explain left-todo")]
    public async Task What_lint_finds_is_told_and_says_where_its_page_is(string name, string written, string instead, string told)
    {
        await using var server = await OwnServer.Start();
        await server.Editor.Open(server.At(name), Of(name).Replace(written, instead, StringComparison.Ordinal));
        Assert.Equal([told], await server.Editor.Problems(server.At(name), static all => all.Count > 0));
    }

    [Fact]
    public async Task A_finding_of_lint_that_is_allowed_is_not_told()
    {
        await using var server = await OwnServer.Start();
        var path = server.At("robots.rules.yaml");
        var stale = OwnServer.Rules.Replace("checked: 2026-01-02", "checked: 2024-01-02", StringComparison.Ordinal);
        await server.Editor.Open(path, stale);
        Assert.Contains("nobody has looked at the source `act` since 2024-01-02", Assert.Single(await server.Editor.Problems(path, static all => all.Count > 0)), StringComparison.Ordinal);
        await server.Editor.Change(path, stale.Replace("  - {id: act", "  # lint: allow stale-source it was repealed\n  - {id: act", StringComparison.Ordinal), 2);
        Assert.Empty(await server.Editor.Problems(path, static all => all.Count == 0));
    }

    [Theory]
    [InlineData("robots.rules.yaml", "ruleSet: ro‸bots", "Tests reach 10 of 17: no case is of 2019-12-31, the day before the rule set begins; no case is of 2020-01-01")]
    [InlineData("robots.rules.yaml", "id: no-a‸rms", "Tests reach 3 of 5: no case expects it to be not-applicable; no case expects it to be indeterminate")]
    [InlineData("robots_test.yaml", "no-a‸rms: fail", "Tests reach 3 of 5: no case expects it to be not-applicable")]
    [InlineData("robots.rules.yaml", "id: no-si‸ght", "Tests reach 5 of 6: no case expects it to be indeterminate")]
    [InlineData("robots.rules.yaml", "id: po‸lice", "Tests reach all 1.")]
    [InlineData("robots.rules.yaml", "is: ar‸med}\n    unless", "Tests reach all 2.")]
    [InlineData("exemptions.rules.yaml", "id: to‸ys", "No test is about it.")]
    public async Task Hovering_says_what_tests_reach(string name, string marked, string said)
    {
        await using var server = await OwnServer.Start();
        Assert.Contains(said, await Hover(server, name, marked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_tests_reach_is_measured_again_after_a_change()
    {
        await using var server = await OwnServer.Start();
        await server.Editor.Open(server.At("robots_test.yaml"), OwnServer.Tests.Replace("[100, pass]", "[unstated, indeterminate]", StringComparison.Ordinal));
        Assert.Contains("Tests reach 4 of 6: no case expects it to pass", await Hover(server, "robots.rules.yaml", "id: no-si‸ght"), StringComparison.Ordinal);
        await server.Editor.Change(server.At("robots_test.yaml"), OwnServer.Tests + "\n      - [unstated, indeterminate]\n", 2);
        Assert.Contains("Tests reach all 6.", await Hover(server, "robots.rules.yaml", "id: no-si‸ght"), StringComparison.Ordinal);
    }

    private static string Of(string name) => name switch
    {
        "robots.rules.yaml" => OwnServer.Rules,
        "exemptions.rules.yaml" => OwnServer.Overriding,
        _ => OwnServer.Tests,
    };

    // The first hover may come while the tests are being run.
    private static async Task<string> Hover(OwnServer server, string name, string marked)
    {
        while (true)
        {
            var hover = await server.Ask("textDocument/hover", name, Of(name).Replace(marked.Replace("‸", "", StringComparison.Ordinal), marked, StringComparison.Ordinal));
            var said = hover.GetProperty("contents").GetProperty("value").GetString() ?? "";
            if (!said.Contains("being run", StringComparison.Ordinal))
            {
                return said;
            }
        }
    }
}
