using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Evaluation;

public sealed class Operators_on_statements
{
    private const string Unstated = "police: true";
    private const string BindingCode = Binding.BindingCodes.UnknownWord;

    [Theory]
    [InlineData("claimed", Unstated, Truth.Unknown)]
    [InlineData("claimed", "consent: true", Truth.True)]
    [InlineData("claimed", "consent: {value: false, basis: attested}", Truth.True)]
    [InlineData("documented", "consent: true", Truth.Unknown)]
    [InlineData("documented", "consent: {value: true, basis: documented}", Truth.True)]
    [InlineData("documented", "consent: {value: true, basis: measured}", Truth.True)]
    [InlineData("measured", "consent: {value: true, basis: documented}", Truth.Unknown)]
    [InlineData("measured", "consent: {value: true, basis: measured}", Truth.True)]
    [InlineData("attested", "consent: {value: true, basis: measured}", Truth.Unknown)]
    [InlineData("attested", "consent: {value: true, basis: attested}", Truth.True)]
    public void A_basis_that_is_strong_enough_is_true_and_a_weaker_one_unknown(string basis, string facts, Truth truth)
    {
        Assert.Equal(truth, Example.Truth($"{{consent: {{basis: {basis}}}}}", facts));
        Assert.Equal(truth == Truth.True ? Truth.False : Truth.Unknown, Example.Truth($"{{not: {{consent: {{basis: {basis}}}}}}}", facts));
    }

    [Theory]
    [InlineData("24 months", "consent: {value: true, on: 2019-06-15}", Truth.True)]
    [InlineData("24 months", "consent: {value: true, on: 2019-06-14}", Truth.False)]
    [InlineData("24 months", "consent: {value: true, on: 2021-06-15}", Truth.True)]
    [InlineData("24 months", "consent: {value: true, on: 2021-06-16}", Truth.False)]
    [InlineData("24 months", "consent: {value: true, basis: documented}", Truth.Unknown)]
    [InlineData("24 months", "consent: true", Truth.Unknown)]
    [InlineData("24 months", Unstated, Truth.Unknown)]
    [InlineData("30 days", "consent: {value: true, on: 2021-05-16}", Truth.True)]
    [InlineData("30 days", "consent: {value: true, on: 2021-05-15}", Truth.False)]
    [InlineData("$age", "consent: {value: true, on: 2020-06-15}", Truth.True)]
    [InlineData("$age", "consent: {value: true, on: 2020-06-14}", Truth.False)]
    public void An_age_is_that_of_the_statement_on_the_day_asked_about(string span, string facts, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{consent: {{notOlderThan: {span}}}}}", facts, other: "parameters: {age: {meaning: an age, values: [{value: 1 year}]}}"));

    [Fact]
    public void A_parameter_without_a_value_leaves_an_age_open() =>
        Assert.Equal(Truth.Unknown, Example.Truth("{consent: {notOlderThan: $age}}", "consent: {value: true, on: 2021-06-15}", other: "parameters: {age: {meaning: an age, values: [{from: 2022-01-01, value: 1 year}]}}"));

    [Theory]
    [InlineData("results: {value: [], basis: measured, on: 2021-06-01}", Truth.True)]
    [InlineData("results: {value: [], basis: documented, on: 2021-06-01}", Truth.Unknown)]
    [InlineData("results: {value: [], basis: measured, on: 2020-06-01}", Truth.False)]
    public void A_list_is_stated_as_a_whole(string facts, Truth truth) => Assert.Equal(truth, Example.Truth("{results: {basis: measured, notOlderThan: 6 months}}", facts));

    [Theory]
    [InlineData("{consent: {basis: notarised}}", BindingCode)]
    [InlineData("{consent: {basis: [claimed]}}", BindingCode)]
    [InlineData("{consent: {basis: $b}}", BindingCode)]
    [InlineData("{consent: {notOlderThan: 5 working days}}", FactsCodes.BadDuration)]
    [InlineData("{consent: {notOlderThan: [1 year, 2 years]}}", ConditionCodes.UnfitOperator)]
    [InlineData("{consent: {notOlderThan: $none}}", ConditionCodes.UnknownParameter)]
    [InlineData("{results: {each: {rate: {basis: measured}}}}", ConditionCodes.UnfitOperator)]
    [InlineData("{results: {where: {group: {notOlderThan: 1 year}}, count: {atLeast: 1}}}", ConditionCodes.UnfitOperator)]
    public void What_cannot_be_asked_is_told_when_loading(string condition, string code) => Assert.Contains(code, Example.Problems(condition));

    [Fact]
    public void A_row_has_no_basis_and_the_message_says_where_to_ask_for_one()
    {
        var told = Example.Load(Example.RuleSet(Example.Rule("r", "requires: {results: {each: {rate: {basis: measured}}}}"))).Diagnostics.Single(one => one.Level == DiagnosticLevel.Error);
        Assert.Equal(("`basis` doesn't apply to rate: a row has no basis and no day of its own", "ask it of the whole list, beside `each`, `some` or what is measured"), (told.Message, told.Cure));
    }

    [Theory]
    [InlineData("consent: {is: true, basis: documented}", Unstated, "consent")]
    [InlineData("consent: {is: true, basis: documented}", "consent: true", "consent (stated as claimed in line 2; asks for documented)")]
    [InlineData("consent: {is: true, basis: attested, notOlderThan: 1 year}", "consent: true", "consent (stated as claimed in line 2; asks for attested and its day)")]
    [InlineData("consent: {notOlderThan: 1 year}", "consent: true", "consent (stated as claimed in line 2; asks for its day)")]
    public void A_fact_that_is_stated_too_weakly_is_missing_and_the_report_says_what_it_lacks(string condition, string facts, string depends) =>
        Assert.Equal($"depends on {depends}", new FindingText(Vocabulary.Empty, Example.Day(Example.Today)).DependsOn(Example.Finding(facts, $"requires: {{{condition}}}")));

    [Theory]
    [InlineData("2017-05-01", "it is of 2017-05-01, 4 years old: have it done again")]
    [InlineData("2020-01-20", "it is of 2020-01-20, 16 months old: have it done again")]
    [InlineData("2021-12-31", "it is of 2021-12-31, which is yet to come")]
    public void A_statement_that_is_too_old_says_how_old(string on, string told)
    {
        var finding = Example.Finding($"consent: {{value: true, on: {on}}}", "requires: {consent: {is: true, notOlderThan: 12 months}}");
        Assert.Equal($"consent is stated as of a day not within the 12 months before the day asked about ({told})", new FindingText(Vocabulary.Empty, Example.Day(Example.Today)).Why(finding));
    }

    [Theory]
    [InlineData("requires: {consent: {is: true, basis: documented}}", "consent: true", true)]
    [InlineData("requires: {consent: {is: true, basis: documented}}", Unstated, true)]
    [InlineData("requires: {consent: {is: true, basis: documented, notOlderThan: 1 year}}", Unstated, true)]
    [InlineData("requires: {any: [{consent: {basis: documented}}, {not: {consent: {basis: attested}}}]}", Unstated, false)]
    [InlineData("requires: {any: [{consent: {notOlderThan: 1 year}}, {not: {consent: {notOlderThan: 2 years}}}]}", Unstated, true)]
    [InlineData("requires: {any: [{consent: {notOlderThan: 2 years}}, {not: {consent: {notOlderThan: 1 year}}}]}", Unstated, false)]
    public void Value_basis_and_day_of_a_fact_are_decided_each_by_itself_and_bases_are_ordered(string rule, string facts, bool isOpen)
    {
        var finding = Example.Finding(facts, rule);
        Assert.Equal(isOpen ? RuleOutcome.Indeterminate : RuleOutcome.Pass, finding.Outcome);
        Assert.True(finding.MissingIsExact);
        Assert.Equal(isOpen ? ["consent"] : [], Example.Missing(finding));
    }

    [Theory]
    [InlineData("{consent: {basis: attested}}", "{consent: {basis: documented}}", true)]
    [InlineData("{consent: {basis: documented}}", "{consent: {known: true}}", true)]
    [InlineData("{consent: {basis: documented}}", "{consent: {basis: attested}}", false)]
    [InlineData("{consent: {notOlderThan: 1 year}}", "{consent: {notOlderThan: 2 years}}", true)]
    [InlineData("{consent: {notOlderThan: 2 years}}", "{consent: {notOlderThan: 1 year}}", false)]
    [InlineData("{consent: {is: true, basis: documented}}", "{consent: true}", true)]
    [InlineData("{consent: {basis: documented}}", "{consent: true}", false)]
    public void A_stronger_demand_implies_a_weaker_one(string narrow, string wide, bool implies)
    {
        var library = Example.Load(Example.RuleSet(Example.Rule("n", $"requires: {narrow}") + Example.Rule("w", $"requires: {wide}")));
        var (first, second) = (library.RuleSets[0].Rules[0].Demand, library.RuleSets[0].Rules[1].Demand);
        Assert.Equal(implies, new FactSpace(library.Vocabulary, Example.Day(Example.Today), [first, second]).Implies(first, second));
    }
}
