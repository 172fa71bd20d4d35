using PolicyCheck.Schemas;

namespace PolicyCheck.Tests.Schemas;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("{deployer.sector: retail}")]
    [InlineData("{deployer.sector: [retail, finance], use.realTime: yes}")]
    [InlineData("{accuracy.threshold: 0.98, system.version: 1.10, use.sites: {atLeast: $few}}")]
    [InlineData("{clearview-consent-order.reachesFederalAgencies: true}")]
    [InlineData("{my-set.count: {atLeast: 3}}")]
    [InlineData("{places: [EU, US-OR/portland]}")]
    public void An_editor_accepts_a_condition(string condition) => Assert.Empty(Problems(condition));

    [Theory]
    [InlineData("{deployer.sectr: retail}", "a misspelt fact")]
    [InlineData("{deploier.sector: retail}", "a misspelt section")]
    [InlineData("{deployer.sector: retial}", "a misspelt value")]
    [InlineData("{deployer.sector: [retail, finanse]}", "a misspelt value in a list")]
    [InlineData("{deployer.sector: {notIn: [retial]}}", "a misspelt value after an operator")]
    [InlineData("{deployer.level: {atLeast: county}}", "an operator of another type")]
    [InlineData("{deployer.level: {isnt: county}}", "a misspelt operator")]
    [InlineData("{use.realTime: [true]}", "a list for a flag")]
    [InlineData("{use.realTime: {is: maybe}}", "no flag")]
    [InlineData("{accuracy.threshold: {atLeast: 98}}", "a ratio above one")]
    [InlineData("{use.offenceMaximumSentence: {moreThan: 3 yeers}}", "a misspelt unit")]
    [InlineData("{use.since: {within: 2020-01-01}}", "a day for a length of time")]
    [InlineData("{places: {within: us-OR}}", "no place")]
    [InlineData("{accuracy.results: women}", "a value for a list of records")]
    [InlineData("{accuracy.results: {some: {deployer.sector: retail}}}", "a fact where a field belongs")]
    [InlineData("{accuracy.results: {highestRate: {atMost: 4}}}", "a rate above one")]
    [InlineData("{my-set.count: {atleast: 3}}", "a misspelt operator on a fact of a rule set's own")]
    [InlineData("{any: {use.realTime: true}}", "no list of conditions")]
    [InlineData("{all: []}", "an empty list")]
    [InlineData("{}", "nothing")]
    public void An_editor_flags(string condition, string what) => Assert.True(Problems(condition).Any(), what);

    private static IEnumerable<string> Problems(string condition) => Editor.Problems(SchemaKind.Rules, $$"""
        ruleSet: my-set
        title: t
        authority: a
        standing: statute
        jurisdictions: [world]
        summary: s
        sources: [{id: a, title: b, read: official, confidence: low}]
        inForce: [{from: 2020-01-01}]
        rules: [{id: one, title: t, citation: a, prohibits: {{condition}}, severity: low, remedy: r}]
        notCovered: [much]
        """);
}
