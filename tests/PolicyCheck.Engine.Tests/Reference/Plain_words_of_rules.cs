namespace PolicyCheck.Tests.Reference;

public sealed class Plain_words_of_rules
{
    [Theory]
    [InlineData("prohibits: {police: true}", "**Prohibited** where the police run it ([`police`](../facts.md#police)).")]
    [InlineData("prohibits: {police: false}", "**Prohibited** where it is not so that the police run it ([`police`](../facts.md#police)).")]
    [InlineData("requires: {cameras: {atMost: 3}}", "It is **required** that [`cameras`](../facts.md#cameras) is at most 3.")]
    [InlineData("requires: {price: {lessThan: 20}}", "It is **required** that [`price`](../facts.md#price) is less than 20 EUR.")]
    [InlineData("requires: {threshold: {atLeast: 0.99}}", "It is **required** that [`threshold`](../facts.md#threshold) is at least 99 %.")]
    [InlineData("requires: {retention: {atMost: 14 days}}", "It is **required** that [`retention`](../facts.md#retention) is at most 14 days.")]
    [InlineData("prohibits: {site: EU}", "**Prohibited** where [`site`](../facts.md#site) is in European Union (`EU`).")]
    [InlineData("prohibits: {places: {only: [US-OR/portland]}}", "**Prohibited** where [`places`](../facts.md#places) is only in Portland (`US-OR/portland`).")]
    [InlineData("prohibits: {vendor: Acme}", "**Prohibited** where [`vendor`](../facts.md#vendor) is “Acme”.")]
    [InlineData("when: {sector: retail}\nrequires: {consent: true}", "Where [`sector`](../facts.md#sector) is `retail`, it is **required** that people agreed ([`consent`](../facts.md#consent)).")]
    [InlineData("requires: {results: {where: {group: women}, highestRate: {atMost: 1 %}}}", "It is **required** that the highest error rate in [`results`](../facts.md#results) (only rows where `group` is “women”) is at most 1 %.")]
    public void A_condition_of_one_part_is_one_sentence(string rule, string sentence) => Assert.Contains($"\n\n{sentence}\n\n", Book.PageWith(rule), StringComparison.Ordinal);

    [Fact]
    public void Nested_conditions_are_nested_lists()
    {
        var page = Book.PageWith("""
            prohibits:
              sector: retail
              any:
                - consent: false
                - all: [{police: true}, {cameras: {moreThan: 2}}]
              none: [{use.live: true}, {vendor: Acme}]
            """);
        Assert.Contains(
            """
            **Prohibited** where all of these hold:

            - [`sector`](../facts.md#sector) is `retail`
            - at least one of these holds:
              - it is not so that people agreed ([`consent`](../facts.md#consent))
              - all of these hold:
                - the police run it ([`police`](../facts.md#police))
                - [`cameras`](../facts.md#cameras) is more than 2
            - none of these holds:
              - it is live ([`use.live`](../facts.md#uselive))
              - [`vendor`](../facts.md#vendor) is “Acme”

            """.ReplaceLineEndings("\n"),
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_dated_parameter_is_told_with_its_days() =>
        Assert.Contains(
            "is at least 95 % (from 2020-01-01 until 2021-01-01), then 99 % (from 2021-01-01) ([`floor`](#parameters)).",
            Book.PageWith("requires: {threshold: {atLeast: $floor}}", "parameters: {floor: {meaning: the floor, values: [{from: 2020-01-01, until: 2021-01-01, value: 95 %}, {from: 2021-01-01, value: 99 %}]}}"),
            StringComparison.Ordinal);

    [Fact]
    public void A_definition_is_named_linked_and_told_once()
    {
        var page = Book.PageWith("prohibits: {any: [{is: shop}, {not: {is: shop}, police: true}]}", "definitions: {shop: {sector: retail}}");
        Assert.Contains("- [`shop`](#definition-shop) is met\n", page, StringComparison.Ordinal);
        Assert.Contains("  - [`shop`](#definition-shop) isn't met\n", page, StringComparison.Ordinal);
        Assert.Contains("### Definition shop\n\n`shop` is met where [`sector`](../facts.md#sector) is `retail`.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_stands_below_the_rule_with_its_own_text()
    {
        var page = Book.PageWith("prohibits: {police: true}\nunless:\n  - {id: rescue, title: to rescue people, citation: 'text, s. 2', when: {use.purpose: {only: [rescue]}}, inForce: [{from: 2021-01-01}]}");
        Assert.Contains(
            "**Unless** this exception applies:\n\n- **rescue**: To rescue people. ([`text`](#sources), s. 2) It applies where [`use.purpose`](../facts.md#usepurpose) is nothing but `rescue`.\n  - only from 2021-01-01.\n",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_permission_names_and_links_what_it_overrides() =>
        Assert.Contains(
            "it is **permitted**, in spite of [a](#rule-a), that people agreed",
            Book.Page(PolicyCheck.Reference.ReferenceFormat.Markdown, Example.RuleSet(Example.Rule("a", "prohibits: {police: true}") + Example.Rule("b", "when: {sector: police}\npermits: {consent: true}\noverrides: [a]"))),
            StringComparison.Ordinal);

    [Fact]
    public void A_rule_written_from_memory_says_so() =>
        Assert.Contains("**Doubt:** nobody has read the text", Book.Page(PolicyCheck.Reference.ReferenceFormat.Markdown, Example.RuleSet(Example.Rule("r", "requires: {consent: true}", "memory"))), StringComparison.Ordinal);
}
