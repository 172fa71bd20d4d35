using PolicyCheck.Binding;
using PolicyCheck.Decisions;
using PolicyCheck.Facts;
using PolicyCheck.Mutation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Law;

public sealed class Reach_and_provisions_of_a_text
{
    private const string Reach = "alsoBinds: [{title: those whose server is there, citation: text, when: {site: DE}}]";

    [Theory]
    [InlineData("notEncoded: [{citation: text, says: It sets a fine.}]", RuleSetCodes.Missing)]
    [InlineData("notEncoded: [{citation: text, says: It sets a fine., why: a remedy, person: a judge}]", RuleSetCodes.Missing)]
    [InlineData("notEncoded: [{citation: txt, says: It sets a fine., why: a remedy}]", RuleSetCodes.UnknownSource)]
    [InlineData("notEncoded: [{citation: text, why: a remedy}]", BindingCodes.MissingKey)]
    [InlineData("alsoBinds: [{title: t, citation: text}]", BindingCodes.MissingKey)]
    [InlineData("alsoBinds: [{title: t, citation: text, when: {sitee: DE}}]", FactsCodes.UnknownFact)]
    [InlineData("preempts: [{title: t, citation: text, standings: [ordnance], within: [US-TX]}]", BindingCodes.UnknownWord)]
    [InlineData("preempts: [{title: t, citation: text, standings: [ordinance], within: [US-XX]}]", FactsCodes.UnknownPlace)]
    [InlineData("preempts: [{title: t, citation: text, standings: [ordinance]}]", BindingCodes.MissingKey)]
    public void A_mistake_in_them_is_told_when_the_rule_set_is_loaded(string line, string code) =>
        Assert.Equal([code], Load(line).Diagnostics.Select(diagnostic => diagnostic.Code));

    [Theory]
    [InlineData("", false, 1)]
    [InlineData("notEncoded: []", true, 1)]
    [InlineData("notEncoded: [{citation: text, says: It sets a fine., why: a remedy}, {citation: text, says: It must be fair., person: legal}]", true, 3)]
    public void A_list_that_is_empty_says_another_thing_than_none(string line, bool isListed, int provisions)
    {
        var coverage = TextCoverage.Of(Load(line).RuleSets.Single());
        Assert.Equal((isListed, provisions), (coverage.IsListed, coverage.Provisions.Length));
        Assert.Equal(provisions - 1, coverage.Count(ProvisionStatus.NotEncoded) + coverage.Count(ProvisionStatus.Person));
    }

    [Fact]
    public void Whom_a_text_also_binds_is_part_of_what_it_means()
    {
        var (with, without) = (Load(Reach).RuleSets.Single(), Load("").RuleSets.Single());
        Assert.NotEqual(RuleDigest.Of(without), RuleDigest.Of(with));
        var mutant = Assert.Single(Mutator.Of(with), mutant => mutant.Change.Kind == "reach-dropped");
        Assert.Equal("no case notices when `also binds those whose server is there` is left out", mutant.Change.Unnoticed);
        Assert.Equal(RuleDigest.Of(without), RuleDigest.Of(mutant.Changed));
        Assert.Equal(["act/r"], mutant.ChangedRules);
    }

    private static RuleLibrary Load(string line) => Example.Load(Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), other: line, places: "[DE]"));
}
