namespace PolicyCheck.Cli.Tests;

public sealed class LargeRuleTests
{
    [Fact]
    public async Task Definitions_that_double_are_refused_and_not_written_out()
    {
        var definitions = Enumerable.Range(0, 60).Select(i => $"  d{i}: {{any: [{{is: d{i + 1}}}, {{is: d{i + 1}}}]}}\n");
        await Refused(string.Concat(definitions) + "  d60: {deployer.sector: retail}\n", "{is: d0}");
    }

    [Fact]
    public async Task Definitions_in_a_long_chain_are_refused()
    {
        var definitions = Enumerable.Range(0, 3_000).Select(i => $"  d{i}: {{is: d{i + 1}}}\n");
        await Refused(string.Concat(definitions) + "  d3000: {deployer.sector: retail}\n", "{is: d0}");
    }

    [Fact]
    public async Task A_large_definition_used_often_is_refused()
    {
        var large = $"  large: {{any: [{string.Join(", ", Enumerable.Repeat("{deployer.sector: retail}", 4_000))}]}}\n";
        await Refused(large, $"{{any: [{string.Join(", ", Enumerable.Repeat("{is: large}", 100))}]}}");
    }

    [Fact]
    public async Task A_deep_condition_of_many_parts_is_judged()
    {
        var deep = string.Concat(Enumerable.Repeat("{not: ", 40)) + "{system.function: identification}" + new string('}', 40);
        var wide = string.Join(", ", Enumerable.Range(0, 2_000).Select(i => $"{{deployer.name: shop {i}}}"));
        var run = await Checked("", $"{{deployer.sector: retail, all: [{deep}], none: [{wide}]}}");

        Assert.Equal(ExitCode.Indeterminate, run.Code);
        Assert.Equal("indeterminate", run.Json.Findings().Single().Text("outcome"));
    }

    private static async Task Refused(string definitions, string condition)
    {
        var run = await Checked($"definitions:\n{definitions}", condition);
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains(Diagnosed.Of(run), told => told.Code == "PC409");
    }

    private static async Task<Run> Checked(string definitions, string condition)
    {
        var rules = Texts.ShopRules
            .Replace("rules:\n", definitions + "rules:\n", StringComparison.Ordinal)
            .Replace("{deployer.sector: retail, system.function: identification}", condition, StringComparison.Ordinal);
        using var folder = new Folder().Write("rules/shops.rules.yaml", rules).Write("shop.manifest.yaml", Texts.Searching);
        return await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "rules", "-o", "json");
    }
}
