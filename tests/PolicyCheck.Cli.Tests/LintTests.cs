namespace PolicyCheck.Cli.Tests;

public sealed class LintTests
{
    private const string Day = "2026-11-23";

    [Fact]
    public async Task Nothing_is_found_in_what_we_ship()
    {
        var run = await Run.Of("lint", "rules", "--as-of", Day);
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
        Assert.Matches("^[0-9]+ files: nothing found", run.Output);
    }

    [Fact]
    public async Task A_finding_is_told_with_its_place_cure_and_page()
    {
        using var folder = new Folder().Write("shops.rules.yaml", Texts.ShopRules);
        var run = await Run.In(folder.Path, "lint", "--as-of", Day);
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Equal(
            """
            shops.rules.yaml:1:1: warning PC815: the file doesn't begin with the line that tells an editor its schema
            ruleSet: shops
            ^
              cure: begin it with `# yaml-language-server: $schema=schemas/rules.schema.json`, with the path from the file to the schema; `policycheck schema rules` prints it
              why: policycheck explain schema-line

            1 file: 1 finding

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Fact]
    public async Task Standard_input_has_no_name_to_be_wrong()
    {
        var run = await Run.With(Texts.ShopRules, "lint", "-", "--as-of", Day);
        Assert.Equal((ExitCode.Holds, "1 file: nothing found\n", ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task What_is_allowed_stands_in_the_JSON_with_its_reason()
    {
        var run = await Run.With(Texts.ShopRules.Replace("  - {id: act", "  # lint: allow PC809 nobody reads it\n  - {id: act", StringComparison.Ordinal), "lint", "-", "--as-of", "2028-01-01", "-o", "json");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Equal(0, run.Json.GetProperty("findings").GetArrayLength());
        var allowed = run.Json.GetProperty("suppressed")[0];
        Assert.Equal(("PC809", "stale-source", "nobody reads it", 9), (allowed.GetProperty("code").GetString(), allowed.GetProperty("id").GetString(), allowed.GetProperty("reason").GetString(), allowed.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_file_with_errors_is_told_and_not_linted()
    {
        var run = await Run.With(Texts.ShopRules.Replace("severity: high", "severity: hihg", StringComparison.Ordinal), "lint", "-", "-o", "json");
        Assert.Equal((ExitCode.InvalidInput, ""), (run.Code, run.Output));
        Assert.Contains("did you mean `high`?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_rules_are_at_hand_and_are_not_linted()
    {
        using var folder = new Folder().Write("shops.rules.yaml", Texts.ShopRules).Write("mine/permit.rules.yaml", """
            # yaml-language-server: $schema=../schemas/rules.schema.json
            ruleSet: permit
            title: A permission for some shops
            authority: A city
            standing: ordinance
            jurisdictions: [world]
            summary: Some shops may search faces.
            sources:
              - {id: act, title: The act, read: official, checked: 2026-01-01, confidence: high}
            inForce: [{from: 2021-01-01}]
            rules:
              - id: may
                title: A shop may search faces of children
                citation: act
                permits: {use.purpose: missing-child-search}
                overrides: [shops/no-search]
                severity: low
            notCovered:
              - Anything else.
            """);
        Assert.Equal(ExitCode.InvalidInput, (await Run.In(folder.Path, "lint", "mine", "--as-of", Day)).Code);
        var run = await Run.In(folder.Path, "lint", "mine", "--rules", ".", "--as-of", Day);
        Assert.Equal((ExitCode.Holds, "1 file: nothing found\n"), (run.Code, run.Output));
    }

    [Theory]
    [InlineData("PC809")]
    [InlineData("stale-source")]
    public async Task Explain_shows_the_page_of_a_finding(string name)
    {
        var run = await Run.Of("explain", name);
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.StartsWith("PC809 stale-source\n\nNobody has looked at a source for a year", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nAvoid\n\nsources:\n  - {id: act, ", run.Output, StringComparison.Ordinal);
    }
}
