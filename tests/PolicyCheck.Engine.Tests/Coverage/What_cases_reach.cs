namespace PolicyCheck.Tests.Coverage;

public sealed class What_cases_reach
{
    private const string Whole = """
        manifests:
          station: {police: true, use.purpose: search}
          shop: {sector: retail, retention: 14 days}
        cases:
          - name: the police
            manifest: station
            columns: [asOf, police, use.purpose, no-police]
            rows:
              - [2019-12-31, true, search, not-applicable]
              - [2020-01-01, true, search, fail]
              - [2020-01-01, false, search, not-applicable]
              - [2020-01-01, unstated, search, indeterminate]
              - [2020-01-01, true, rescue, pass by rescue]
          - name: retention
            manifest: shop
            columns: [asOf, sector, retention, short-retention]
            rows:
              - [2019-12-31, retail, 14 days, not-applicable]
              - [2020-12-31, retail, 30 days, pass]
              - [2021-01-01, retail, 14 days, pass]
              - [2021-01-01, retail, 15 days, fail]
              - [2021-01-01, transport, 15 days, not-applicable]
              - [2020-01-01, retail, unstated, indeterminate]
        """;

    [Fact]
    public void Cases_on_both_sides_of_everything_reach_it_all() => Assert.Empty(Authored.OfAct(Whole).Unreached());

    [Fact]
    public void Each_outcome_exception_definition_limit_and_day_is_counted() => Assert.Equal(
        [
            ": no case is of 2019-12-31, the day before the rule set begins",
            ": no case is of 2020-01-01, the first day on which the rule set applies",
            ": no case is of 2019-12-31, the day before $longest begins",
            ": no case is of 2020-01-01, the first day on which $longest applies",
            ": no case is of 2020-12-31, the day before $longest ends",
            ": no case is of 2021-01-01, the first day on which $longest no longer applies",
            ": no case is of 2020-12-31, the day before $longest begins",
            ": no case is of 2021-01-01, the first day on which $longest applies",
            ": no case is one in which shop holds",
            ": no case is one in which shop doesn't hold",
            "no-police: no case expects it to pass",
            "no-police: no case expects it to be not-applicable",
            "no-police: no case expects it to be indeterminate",
            "no-police: no case lets the exception rescue apply",
            "short-retention: no case expects it to pass",
            "short-retention: no case expects it to fail",
            "short-retention: no case expects it to be not-applicable",
            "short-retention: no case expects it to be indeterminate",
        ],
        Authored.OfAct("""
            cases:
              - {name: c, manifest: {police: true, use.purpose: search}, asOf: 2022-06-15, expect: {no-police: fail}}
            """).Unreached().Where(item => !item.Contains("has a value", StringComparison.Ordinal)));

    [Fact]
    public void A_failing_case_reaches_nothing() => Assert.Equal(0, Authored.OfAct("""
        cases:
          - {name: c, manifest: {police: true, use.purpose: search}, asOf: 2020-01-01, expect: {no-police: pass}}
        """).Coverage().Reached);

    [Fact]
    public void A_rule_an_exception_and_a_definition_that_no_case_touches_are_errors() => Assert.Equal(
        ["PC722 no case lets the exception rescue apply", "PC722 no case expects anything of the rule `short-retention`", "PC722 no case touches this definition"],
        Authored.OfAct("""
            cases:
              - {name: c, manifest: {police: true, use.purpose: search}, asOf: 2020-01-01, expect: {no-police: fail}}
            """).Gaps().Select(gap => $"{gap.Code} {gap.Message}").OrderByDescending(text => text.Contains("rescue", StringComparison.Ordinal)).ThenBy(text => text, StringComparer.Ordinal));

    [Fact]
    public void A_condition_that_no_deployment_can_change_is_an_error() => Assert.Equal(
        ["PC723 this condition of `never` can't hold for any deployment", "PC723 this condition of `always` holds for every deployment"],
        Authored.Of(
            Example.RuleSet(Example.Rule("never", "prohibits: {cameras: {moreThan: 5, lessThan: 3}}") + Example.Rule("always", "prohibits: {any: [{police: true}, {police: false}]}")),
            """
            tests: act
            cases:
              - {name: c, manifest: {cameras: 4, police: true}, asOf: 2021-01-01, expect: {never: not-applicable, always: fail}}
            """).Gaps().Select(gap => $"{gap.Code} {gap.Message}"));

    [Fact]
    public void A_rule_set_that_no_test_is_about_is_an_error()
    {
        var tested = Authored.OfAct(Whole);
        var library = Example.Load(Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), id: "other"));
        Assert.Equal(["PC724"], PolicyCheck.Coverage.CoverageGaps.Of(tested.Run(), tested.Coverage(), library, library.RuleSets).Select(gap => gap.Code));
    }
}
