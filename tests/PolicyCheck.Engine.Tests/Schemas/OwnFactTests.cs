using PolicyCheck.Loading;
using PolicyCheck.Schemas;

namespace PolicyCheck.Tests.Schemas;

public sealed class OwnFactTests
{
    private const string Path = "clearview-consent-order.reachesFederalAgencies";

    [Theory]
    [InlineData("clearview-consent-order.reachesFederalAgencies: true")]
    [InlineData("clearview-consent-order: {reachesFederalAgencies: true}")]
    public void A_manifest_states_a_fact_that_a_rule_set_declares_of_its_own(string line) =>
        Assert.Empty(Editor.Problems(SchemaKind.Manifest, $"manifest: a\n{line}\n"));

    [Theory]
    [InlineData("deployer.sectr: retail")]
    [InlineData("deploier.sector: retail")]
    [InlineData("deploier: {sector: retail}")]
    [InlineData("use.purpose: access-control")]
    public void A_misspelt_or_misplaced_fact_is_not_taken_for_one(string line) =>
        Assert.NotEmpty(Editor.Problems(SchemaKind.Manifest, $"manifest: a\n{line}\n"));

    [Fact]
    public void A_fact_of_a_rule_set_is_checked_where_the_vocabulary_has_it()
    {
        var library = RuleLibraryLoader.Load(ShippedFiles.All().Select(ShippedFiles.Load));
        var schema = JsonSchema.Write(SchemaKind.Manifest, library.Vocabulary);
        Assert.Contains($"fact:{Path}", schema, StringComparison.Ordinal);
        Assert.Empty(Editor.Problems(schema, $"manifest: a\n{Path}: true\n"));
        Assert.NotEmpty(Editor.Problems(schema, $"manifest: a\n{Path}: perhaps\n"));
        Assert.NotEmpty(Editor.Problems(schema, $"manifest: a\n{Path}x: true\n"));
    }
}
