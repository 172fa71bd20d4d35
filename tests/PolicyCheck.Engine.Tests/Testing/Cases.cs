namespace PolicyCheck.Tests.Testing;

public sealed class Cases
{
    [Fact]
    public void A_case_passes_where_the_rule_says_what_is_expected() => Assert.Empty(Authored.OfAct("""
        cases:
          - {name: the police may not, manifest: {police: true, use.purpose: search}, asOf: 2021-06-15, expect: {no-police: fail}}
        """).Failures());

    [Fact]
    public void A_case_fails_with_both_outcomes_told() => Assert.Equal(["the police may: no-police: expected pass by rescue, found fail"], Authored.OfAct("""
        cases:
          - {name: the police may, manifest: {police: true, use.purpose: search}, asOf: 2021-06-15, expect: {no-police: pass by rescue}}
        """).Failures());

    [Fact]
    public void A_pass_by_another_exception_than_expected_fails() => Assert.Equal(["r: short-retention: expected pass by no-limit, found pass by no exception"], Authored.Of(
        Example.RuleSet(Example.Rule("short-retention", "requires: {retention: {atMost: 14 days}}\nunless: [{id: no-limit, title: t, citation: text, when: {police: true}}]")),
        """
        tests: act
        cases:
          - {name: r, manifest: {retention: 1 day, police: false}, asOf: 2021-06-15, expect: {short-retention: pass by no-limit}}
        """).Failures());

    [Theory]
    [InlineData("[police]", null)]
    [InlineData("[police, use.purpose]", "missing: no-police: expected police and use.purpose to be missing, found police")]
    [InlineData("[]", "missing: no-police: expected nothing to be missing, found police")]
    public void The_missing_facts_are_exactly_those_expected(string missing, string? failure) => Assert.Equal(failure is null ? [] : [failure], Authored.OfAct($$"""
        cases:
          - name: missing
            manifest: {use.purpose: search}
            asOf: 2021-06-15
            expect:
              no-police: {outcome: indeterminate, missing: {{missing}} }
        """).Failures());

    [Fact]
    public void A_parameter_without_a_value_is_missing_by_its_name() => Assert.Empty(Authored.Of(
        Example.RuleSet(Example.Rule("r", "requires: {retention: {atMost: $longest}}"), other: "parameters: {longest: {meaning: m, values: [{from: 2022-01-01, value: 1 day}]}}"),
        """
        tests: act
        cases:
          - {name: none yet, manifest: {retention: 1 day}, asOf: 2021-06-15, expect: {r: {outcome: indeterminate, missing: [$longest]}}}
        """).Failures());

    [Fact]
    public void Each_row_of_a_table_is_a_case() => Assert.Equal(
        ["limits [2020-06-15, 30 days, pass]", "limits [2020-06-15, 31 days, fail]", "limits [2021-06-15, 30 days, fail]", "limits [2021-06-15, unstated, indeterminate]"],
        Authored.OfAct("""
            cases:
              - name: limits
                manifest: {sector: retail}
                columns: [asOf, retention, short-retention]
                rows:
                  - [2020-06-15, 30 days, pass]
                  - [2020-06-15, 31 days, fail]
                  - [2021-06-15, 30 days, fail]
                  - [2021-06-15, unstated, indeterminate]
            """).Run().Results.Where(result => result.Passes).Select(result => result.Case.Name));

    [Fact]
    public void A_change_replaces_facts_and_leaves_out_those_unstated() => Assert.Empty(Authored.OfAct("""
        manifests:
          shop: {sector: retail, retention: 99 days, use: {purpose: search}}
        cases:
          - {name: kept short, manifest: shop, change: {retention: 1 day}, asOf: 2021-06-15, expect: {short-retention: pass}}
          - {name: unknown, manifest: shop, change: {retention: unstated}, asOf: 2021-06-15, expect: {short-retention: indeterminate}}
        """).Failures());

    [Fact]
    public void A_manifest_can_be_a_file_with_the_use_named() => Assert.Empty(Authored.OfAct(
        """
        manifests:
          station: {file: ../station.manifest.yaml}
        asOf: 2021-06-15
        cases:
          - {name: searching, manifest: station, use: searching, expect: {no-police: fail}}
          - {name: rescuing, manifest: station, use: rescuing, expect: {no-police: pass by rescue}}
        """,
        ("../station.manifest.yaml", "manifest: station\npolice: true\nuses:\n- {id: searching, purpose: search}\n- {id: rescuing, purpose: rescue}")).Failures());

    [Fact]
    public void The_verdict_is_that_of_the_rule_sets_under_test_whatever_their_standing() => Assert.Empty(Authored.Of(
        Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), standing: "proposal"),
        """
        tests: act
        cases:
          - {name: a proposal, manifest: {police: true}, asOf: 2021-06-15, expect: {verdict: non-compliant}}
        """).Failures());

    [Fact]
    public void A_case_about_the_verdict_alone_that_no_rule_decides_shows_nothing() => Assert.Equal(["PC721"], Authored.OfAct("""
        cases:
          - {name: nobody, manifest: {police: false, sector: police}, asOf: 2021-06-15, expect: {verdict: not-applicable}}
        """).Run().Files.Single().Vacuous.Select(one => one.Code));

    [Fact]
    public void A_rule_without_a_test_of_the_opposite_on_a_missing_fact_stays_open() => Assert.Empty(Authored.Of(
        Example.RuleSet(Example.Rule("leaf", "prohibits: {sector: {isNot: retail}}") + Example.Rule("list", "prohibits: {use.purpose: {only: rescue}}") + Example.Rule("nested", "prohibits: {not: {use.purpose: search}}")),
        """
        tests: act
        cases:
          - {name: an empty manifest, manifest: {}, asOf: 2021-06-15, expect: {leaf: indeterminate, list: indeterminate, nested: indeterminate}}
        """).Failures());
}
