using PolicyCheck.Assessments;

namespace PolicyCheck.Tests.Assessments;

public sealed class Periods
{
    [Theory]
    [InlineData("2020-06-09", FindingReason.NotInForce)]
    [InlineData("2020-06-10", FindingReason.Evaluated)]
    [InlineData("2021-06-09", FindingReason.Evaluated)]
    [InlineData("2021-06-10", FindingReason.NotInForce)]
    public void A_text_applies_from_its_first_day_and_no_longer_on_the_day_of_its_end(string asOf, FindingReason reason)
    {
        var set = Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), inForce: "[{from: 2020-06-10, until: 2021-06-10}]");
        var finding = Example.Assess("police: true", asOf, null, set).Uses[0].Findings.Single();
        Assert.Equal((reason == FindingReason.Evaluated ? RuleOutcome.Fail : RuleOutcome.NotApplicable, reason), (finding.Outcome, finding.Reason));
    }

    [Theory]
    [InlineData("2020-12-31", RuleOutcome.NotApplicable)]
    [InlineData("2021-01-01", RuleOutcome.Fail)]
    [InlineData("2021-12-31", RuleOutcome.Fail)]
    [InlineData("2022-01-01", RuleOutcome.NotApplicable)]
    public void A_rule_can_have_a_period_of_its_own(string asOf, RuleOutcome outcome) =>
        Assert.Equal(outcome, Example.Finding("police: true", "prohibits: {police: true}\ninForce: [{from: 2021-01-01, until: 2022-01-01}]", asOf).Outcome);

    [Theory]
    [InlineData("2020-12-31", RuleOutcome.Fail)]
    [InlineData("2021-01-01", RuleOutcome.NotApplicable)]
    [InlineData("2021-12-31", RuleOutcome.NotApplicable)]
    [InlineData("2022-01-01", RuleOutcome.Fail)]
    public void A_text_that_lapsed_and_came_back_does_not_apply_between(string asOf, RuleOutcome outcome)
    {
        var set = Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), inForce: "[{until: 2021-01-01}, {from: 2022-01-01}]");
        Assert.Equal(outcome, Example.Assess("police: true", asOf, null, set).Uses[0].Findings.Single().Outcome);
    }
}
