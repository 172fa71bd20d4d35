namespace PolicyCheck.Cli.Tests;

public sealed class RuleMistakeTests
{
    private const string Shops = """
        ruleSet: shops
        title: No face search in shops
        authority: A city
        standing: ordinance
        jurisdictions: [US-OR/portland]
        summary: Shops may not search faces.
        sources:
          - {id: act, title: The act, date: 2020-11-01, read: official, checked: 2026-01-01, confidence: high}
        inForce: [{from: 2021-01-01, until: 2025-01-01}]
        parameters:
          floor:
            meaning: The least threshold
            values: [{from: 2021-01-01, value: 99 %}]
        definitions:
          shop: {deployer.sector: retail}
        facts:
          shops.aisles: {type: number, unit: count, meaning: How many aisles., question: How many aisles?, askWho: operator}
        rules:
          - id: no-search
            title: A shop may not search faces
            citation: act, section 1
            prohibits: {is: shop, system.function: identification, system.vendor: Amazon}
            unless:
              - {id: small, title: A small shop, citation: act, when: {shops.aisles: {lessThan: 3}}}
            severity: high
            remedy: Stop searching.
          - id: threshold
            title: A shop sets a high threshold
            citation: act, section 2
            inForce: [{from: 2022-01-01, until: 2023-01-01}]
            when: {is: shop}
            requires: {accuracy.threshold: {atLeast: $floor}}
            severity: low
            remedy: Set it.
          - id: allowed
            title: Searching for thieves is allowed
            citation: act, section 3
            permits: {use.purpose: theft-prevention}
            overrides: [no-search]
            severity: low
        notCovered:
          - Anything else.

        """;

    [Theory]
    [InlineData("summary:", "sumary:", "sumary", "PC201", "did you mean `summary`?")]
    [InlineData("prohibits:", "prohibit:", "prohibit:", "PC201", "did you mean `prohibits`?")]
    [InlineData("ordinance", "ordinanse", "ordinanse", "PC204", "did you mean `ordinance`?")]
    [InlineData("read: official", "read: oficial", "oficial", "PC204", "did you mean `official`?")]
    [InlineData("severity: high", "severity: hihg", "hihg", "PC204", "did you mean `high`?")]
    [InlineData("{deployer.sector: retail}", "{deployer.sectr: retail}", "deployer.sectr", "PC301", "did you mean `deployer.sector`?")]
    [InlineData("{deployer.sector: retail}", "{deployer.sector: retial}", "retial", "PC303", "did you mean `retail`?")]
    [InlineData("Amazon", "Amazn", "Amazn", "PC307", "did you mean `Amazon`?")]
    [InlineData("{atLeast:", "{atLesat:", "atLesat", "PC401", "did you mean `atLeast`?")]
    [InlineData("overrides: [no-search]", "overrides: [no-serach]", "no-serach", "PC504", "did you mean `no-search`?")]
    [InlineData("overrides: [no-search]", "overrides: [shosp/no-search]", "shosp/no-search", "PC504", "did you mean `shops/no-search`?")]
    [InlineData("when: {is: shop}", "when: {is: shopp}", "shopp", "PC403", "did you mean `shop`?")]
    [InlineData("$floor", "$flor", "$flor", "PC405", "did you mean `floor`?")]
    [InlineData("citation: act, section 1", "citation: akt, section 1", "akt", "PC503", "did you mean `act`?")]
    [InlineData("2020-11-01", "2020/11/01", "2020/11/01", "PC206", "did you mean `2020-11-01`?")]
    [InlineData("from: 2022-01-01", "from: 2022/01/01", "2022/01/01", "PC206", "did you mean `2022-01-01`?")]
    [InlineData("US-OR/portland", "US-ORR", "US-ORR", "PC306", "did you mean `US-OR`?")]
    [InlineData("US-OR/portland", "US-OR/portlnd", "US-OR/portlnd", "PC306", "did you mean `US-OR/portland`?")]
    [InlineData("US-OR/portland", "us-or", "us-or", "PC306", "did you mean `US-OR`?")]
    [InlineData("type: number", "type: numbr", "numbr", "PC204", "did you mean `number`?")]
    public async Task A_slip_of_the_pen_is_told_with_its_place_and_what_was_meant(string right, string wrong, string at, string code, string cure)
    {
        var text = Diagnosed.Mistaken(Shops, right, wrong);

        var told = (await Refused(text)).First(problem => problem.Code == code);
        Assert.Equal($"rules/shops.rules.yaml:{Diagnosed.PlaceOf(at, text)}", told.Place);
        Assert.Equal("error", told.Level);
        Assert.StartsWith(cure, told.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prohibits:", "requires: {is: shop}\n    prohibits:", "PC501", "`prohibits` and `requires`")]
    [InlineData("permits: {use.purpose: theft-prevention}", "note: Nothing.", "PC501", "neither prohibits, requires nor permits anything")]
    [InlineData("[{from: 2021-01-01, until: 2025-01-01}]", "[{from: 2021-01-01, until: 2025-01-01}, {from: 2024-12-31}]", "PC502", "overlaps")]
    [InlineData("until: 2025-01-01", "until: 2020-01-01", "PC502", "ends before it begins")]
    [InlineData("until: 2025-01-01", "until: 2021-01-01", "PC502", "ends before it begins")]
    [InlineData("until: 2023-01-01", "until: 2026-01-01", "PC502", "reaches outside the rule set's")]
    [InlineData("from: 2022-01-01, until", "until", "PC502", "reaches outside the rule set's")]
    [InlineData("- id: threshold", "- id: no-search", "PC505", "there is another rule `no-search`")]
    [InlineData("sources:", "sources:\n  - {id: act, title: Again, read: official, confidence: high}", "PC505", "there is another source `act`")]
    [InlineData("shop: {deployer.sector: retail}", "shop: {is: store}\n  store: {not: {is: shop}}", "PC404", "is defined by itself: ")]
    [InlineData("    overrides: [no-search]\n", "", "PC504", "overrides no rule")]
    [InlineData("overrides: [no-search]", "overrides: [allowed]", "PC504", "is a permission, which nothing overrides")]
    [InlineData("ordinance", "custom", "PC204", "`standing` can't be `custom`")]
    [InlineData("{atLeast: $floor}", "{atLeast: high}", "PC304", "`high` is not a number")]
    [InlineData("{atLeast: $floor}", "{before: 2020-01-01}", "PC402", "doesn't apply to accuracy.threshold")]
    [InlineData("{atLeast: $floor}", "{atLeast: [98 %, 99 %]}", "PC402", "a list after this operator")]
    [InlineData("value: 99 %", "value: soon", "PC304", "`soon` is not a number")]
    [InlineData("value: 99 %", "value: [99 %]", "PC402", "a list after this operator")]
    [InlineData("{use.purpose: theft-prevention}", "{}", "PC406", "says nothing")]
    [InlineData("{use.purpose: theft-prevention}", "theft", "PC203", "a condition is a mapping")]
    [InlineData("{use.purpose: theft-prevention}", "{any: []}", "PC203", "not a list of conditions")]
    [InlineData("shops.aisles: {type", "aisles: {type", "PC509", "doesn't begin with the rule set's name")]
    [InlineData("shops.aisles: {type", "deployer.sector: {type", "PC308", "is declared twice")]
    [InlineData("notCovered:\n  - Anything else.\n", "", "PC508", "nothing under `notCovered`")]
    [InlineData("inForce: [{from: 2021-01-01, until: 2025-01-01}]", "inForce: []", "PC508", "no period in force")]
    [InlineData("- Anything else.", "- Anything else.\n---\nruleSet: second\n", "PC209", "a second document")]
    public async Task What_contradicts_itself_is_refused(string right, string wrong, string code, string message)
    {
        var told = await Refused(Diagnosed.Mistaken(Shops, right, wrong));
        Assert.Contains(told, problem => problem.Code == code && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rule_set_without_mistakes_is_taken()
    {
        using var folder = With(Shops);
        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "rules", "--as-of", "2022-06-01");
        Assert.Equal(ExitCode.Indeterminate, run.Code);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Two_rule_sets_of_one_name_are_refused()
    {
        using var folder = With(Shops).Write("rules/other.rules.yaml", Texts.ShopRules);
        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "rules");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains(Diagnosed.Of(run), told => told.Code == "PC505");
    }

    [Fact]
    public async Task Every_problem_of_every_file_is_told()
    {
        using var folder = With(Shops.Replace("retail", "retial", StringComparison.Ordinal).Replace("$floor", "$flor", StringComparison.Ordinal))
            .Write("rules/advice.rules.yaml", Texts.ShopGuidance.Replace("standing: guidance", "standing: advice", StringComparison.Ordinal).Replace("retail", "retial", StringComparison.Ordinal));

        var told = Diagnosed.Of(await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "rules"));
        Assert.Equal(
            ["advice.rules.yaml PC204", "advice.rules.yaml PC303", "shops.rules.yaml PC303", "shops.rules.yaml PC405"],
            told.Where(problem => problem.Level == "error").Select(problem => $"{problem.Place.Split('/')[1].Split(':')[0]} {problem.Code}"));
    }

    private static async Task<Diagnosed[]> Refused(string text)
    {
        using var folder = With(text);
        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "rules");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Empty(run.Output);
        return Diagnosed.Of(run);
    }

    private static Folder With(string text) => new Folder().Write("rules/shops.rules.yaml", text).Write("shop.manifest.yaml", Texts.Searching);
}
