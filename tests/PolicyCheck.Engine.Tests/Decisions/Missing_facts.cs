using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;

namespace PolicyCheck.Tests.Decisions;

public sealed class Missing_facts
{
    [Fact]
    public void A_fact_that_can_still_change_the_outcome_is_listed_and_no_other()
    {
        var finding = Example.Finding("consent: false", "when: {any: [{police: true}, {all: [{consent: true}, {cameras: {atLeast: 3}}]}]}\nrequires: {use.live: false}");
        Assert.Equal(RuleOutcome.Indeterminate, finding.Outcome);
        Assert.Equal(["police", "use.live"], Example.Missing(finding));
        Assert.True(finding.MissingIsExact);
    }

    [Theory]
    [InlineData("requires: {any: [{police: true}, {police: false}]}", RuleOutcome.Pass)]
    [InlineData("requires: {cameras: {atLeast: 5, lessThan: 5}}", RuleOutcome.Fail)]
    [InlineData("requires: {any: [{sector: [retail, transport]}, {sector: police}]}", RuleOutcome.Pass)]
    [InlineData("when: {police: true, not: {police: true}}\nrequires: {consent: true}", RuleOutcome.NotApplicable)]
    [InlineData("requires: {any: [{tested: {before: 2020-01-01}}, {tested: {onOrAfter: 2019-01-01}}]}", RuleOutcome.Pass)]
    [InlineData("requires: {any: [{threshold: {lessThan: 50 %}}, {threshold: {atLeast: 0.5}}]}", RuleOutcome.Pass)]
    [InlineData("requires: {all: [{roles: {only: [employer]}}, {roles: {includesAll: [employer, landlord]}}]}", RuleOutcome.Fail)]
    [InlineData("requires: {any: [{site: US}, {site: {within: US-OR}}, {not: {site: US-OR}}]}", RuleOutcome.Pass)]
    public void Where_every_answer_leads_to_one_outcome_that_is_the_outcome(string rule, RuleOutcome outcome)
    {
        var finding = Example.Finding("", rule);
        Assert.Equal(outcome, finding.Outcome);
        Assert.True(finding.AllCompletionsAgree);
        Assert.Empty(finding.Missing);
    }

    [Theory]
    [InlineData("retention: 1 year", "requires: {retention: {atMost: 365 days}}", "retention")]
    [InlineData("site: US", "requires: {site: US-OR}", "site")]
    [InlineData("places: [DE, US]", "prohibits: {places: US-OR/portland}", "places")]
    public void A_fact_that_is_stated_too_coarsely_is_listed_as_missing(string facts, string rule, string missing) =>
        Assert.Equal([missing], Example.Missing(Example.Finding(facts, rule)));

    [Fact]
    public void Thirteen_tests_of_one_list_are_as_free_as_twelve()
    {
        var tests = string.Join(", ", Enumerable.Range(1, 13).Select(count => $"{{results: {{count: {count}}}}}"));
        var finding = Example.Finding("", $"prohibits: {{all: [{{any: [{tests}]}}, {{results: {{count: 13}}}}, {{not: {{results: {{count: 12}}}}}}]}}");
        Assert.Equal(RuleOutcome.Indeterminate, finding.Outcome);
        Assert.Equal(["results"], Example.Missing(finding));
    }

    [Theory]
    [InlineData("{vendor: {in: ['a|b']}}", "{vendor: {notIn: [a, b]}}")]
    [InlineData("{vendor: {in: ['a', '1:b']}}", "{vendor: {notIn: ['a1:b']}}")]
    public void Two_tests_that_only_look_alike_are_not_one(string one, string other)
    {
        // The vendor `a`, or `a1:b`, makes a difference: it meets neither test and isn't described.
        var finding = Example.Finding("", $"requires: {{any: [{one}, {other}, {{vendor: {{matches: 'zz'}}}}]}}");
        Assert.Equal(RuleOutcome.Indeterminate, finding.Outcome);
        Assert.Equal(["vendor"], Example.Missing(finding));
    }

    [Fact]
    public void A_day_after_the_day_asked_about_is_a_possible_answer() =>
        Assert.Equal(["tested"], Example.Missing(Example.Finding("", "requires: {any: [{tested: {within: 30 days}}, {tested: {before: 2021-06-10}}]}", "2021-06-15")));

    [Fact]
    public void A_list_of_missing_facts_says_so_where_it_may_hold_one_too_many()
    {
        Assert.True(Example.Finding("", "requires: {vendor: {matches: 'A.*'}}").MissingIsExact);
        var finding = Example.Finding("", "requires: {vendor: {is: IBM, matches: 'A.*'}}");
        Assert.Equal(["vendor"], Example.Missing(finding));
        Assert.False(finding.MissingIsExact);
        Assert.Equal("can't be said: it depends at most on vendor", new FindingText(Vocabulary.Empty, Example.Day(Example.Today)).Message(finding));
    }

    [Fact]
    public void A_parameter_without_a_value_of_the_day_makes_the_rule_indeterminate_and_is_named_once()
    {
        const string parameters = "parameters:\n  floor: {meaning: the floor, values: [{from: 2020-01-01, until: 2021-01-01, value: 98 %}, {from: 2022-01-01, value: 99 %}]}";
        const string rule = "requires: {threshold: {atLeast: $floor}, not: {threshold: {lessThan: $floor}}}";
        Assert.Equal(RuleOutcome.Pass, Example.Finding("threshold: 98 %", rule, "2020-12-31", parameters).Outcome);
        var between = Example.Finding("threshold: 98 %", rule, "2021-01-01", parameters);
        Assert.Equal(RuleOutcome.Indeterminate, between.Outcome);
        Assert.Equal(["floor"], between.MissingParameters);
        Assert.Empty(between.Missing);
        Assert.Equal(RuleOutcome.Indeterminate, Example.Finding("threshold: 98 %", rule, "2021-12-31", parameters).Outcome);
        Assert.Equal(RuleOutcome.Fail, Example.Finding("threshold: 98 %", rule, "2022-01-01", parameters).Outcome);
    }

    [Fact]
    public void A_parameter_that_two_facts_are_compared_with_is_named_once()
    {
        const string parameters = "parameters:\n  most: {meaning: the most, values: [{until: 2020-01-01, value: 3}]}";
        Assert.Equal(["most"], Example.Finding("cameras: 3\nprice: 3", "requires: {cameras: {atMost: $most}, price: {atMost: $most}}", other: parameters).MissingParameters);
    }

    [Fact]
    public void An_exception_that_is_not_in_force_asks_for_nothing()
    {
        var finding = Example.Finding("", "prohibits: {police: true}\nunless:\n  - {id: old, title: Old, citation: text, when: {consent: true}, inForce: [{from: 2020-01-01, until: 2021-01-01}]}");
        Assert.Equal(["police"], Example.Missing(finding));
    }
}
