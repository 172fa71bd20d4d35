using System.Text;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.Symbols;

namespace PolicyCheck.Tests.Waivers;

public sealed class Names_in_waivers
{
    private static readonly SymbolTable Symbols = SymbolTable.Of(new[]
    {
        ("act.rules.yaml", Example.RuleSet(Waived.Rules, other: "waivable: {by: [The Minister], citation: memory}")),
        ("vocabulary.yaml", Example.Vocabulary),
        ("waivers.yaml", $"waivers:\n{Waived.Waiver(lines: ["conditions: {cameras: {atMost: 3}}"])}"),
    }.Select(file => (new PolicyFile(file.Item1, Encoding.UTF8.GetBytes(file.Item2)), DocumentReader.ReadDecoded(new(file.Item1, file.Item2)).Documents.Single())));

    [Fact]
    public void A_rule_and_its_rule_set_are_found_in_waivers()
    {
        Assert.Equal(["3:15"], InWaivers(Symbol.Rule("act", "notice")));
        Assert.Equal(["3:11"], InWaivers(Symbol.RuleSet("act")));
    }

    [Fact]
    public void A_fact_is_found_in_their_conditions() => Assert.Equal(["12:18"], InWaivers(Symbol.Fact("cameras")));

    [Fact]
    public void A_source_is_found_where_a_rule_or_a_rule_set_says_who_may_waive()
    {
        Assert.Equal(2, Symbols.Of(new(SymbolKind.Source, "act", "memory")).Count());
        Assert.Contains(Symbols.Of(new(SymbolKind.Source, "act", "text")), mention => mention.Location.Source.LineAt(mention.Location.Start.Line).Contains("section 9", StringComparison.Ordinal));
    }

    private static IEnumerable<string> InWaivers(Symbol symbol) => Symbols.Of(symbol)
        .Where(mention => mention.Location.Path == "waivers.yaml")
        .Select(mention => $"{mention.Location.Start.Line}:{mention.Location.Start.Column}");
}
