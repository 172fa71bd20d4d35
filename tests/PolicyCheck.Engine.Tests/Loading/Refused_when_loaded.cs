using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Tests.Loading;

public sealed class Refused_when_loaded
{
    [Fact]
    public void A_condition_that_was_forgotten_is_not_taken_for_a_rule_without_one()
    {
        var diagnostic = Assert.Single(Example.Load(Example.RuleSet(Example.Rule("r", "when:\nprohibits: {police: true}"))).Diagnostics);
        Assert.Equal((BindingCodes.EmptyValue, DiagnosticLevel.Error), (diagnostic.Code, diagnostic.Level));
    }

    [Fact]
    public void A_vocabulary_whose_places_are_no_places()
    {
        var library = Example.LoadWith("vocabulary: core\nfacts:\n  places: {type: text, meaning: where, question: Where?, askWho: operator}");
        Assert.Contains(library.Diagnostics, diagnostic => diagnostic.Code == FactsCodes.BadDeclaration);
    }

    [Fact]
    public void Guidance_that_permits_what_a_statute_prohibits()
    {
        var law = Example.RuleSet(Example.Rule("ban", "prohibits: {police: true}"), "law");
        var advice = Example.RuleSet(Example.Rule("leave", "permits: {consent: true}\noverrides: [law/ban]"), "advice", standing: "guidance");
        Assert.Contains(Example.Load(law, advice).Diagnostics, diagnostic => diagnostic.Code == RuleSetCodes.BadOverride);
    }

    [Fact]
    public void A_manifest_that_lies_nowhere()
    {
        var read = ManifestReader.Read("m", Encoding.UTF8.GetBytes("manifest: m\nplaces: []\nuses: [{id: a}]"), Example.Load(Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"))).Vocabulary);
        Assert.Contains(read.Diagnostics, diagnostic => diagnostic.Code == FactsCodes.WrongType);
        Assert.Empty(read.Manifests);
    }

    [Theory]
    [InlineData("US/springfield", RuleOutcome.Indeterminate)]
    [InlineData("US", RuleOutcome.Indeterminate)]
    [InlineData("US-OR/springfield", RuleOutcome.Fail)]
    [InlineData("US-MA/springfield", RuleOutcome.NotApplicable)]
    [InlineData("FR/paris", RuleOutcome.NotApplicable)]
    public void A_town_named_by_its_country_alone_may_lie_in_any_state(string place, RuleOutcome outcome)
    {
        var finding = Example.Finding("r", Example.AssessToday($"police: true\nplaces: [{place}]", Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), places: "[US-OR]")));
        Assert.Equal(outcome, finding.Outcome);
    }
}
