using PolicyCheck.Decisions;
using PolicyCheck.Mutation;

namespace PolicyCheck.Tests.Mutation;

public sealed class What_no_case_notices
{
    private const string Limit = "requires: {retention: {atMost: 14 days}}";

    [Fact]
    public void A_limit_that_is_tested_on_neither_side_is_told_with_the_case_to_add()
    {
        var survivor = Judged(Limit, "[[1 day, pass], [99 days, fail]]").Mutants.First(mutant => mutant.Fate == Fate.Survived && mutant.Sentence.Contains("retention", StringComparison.Ordinal));
        Assert.Equal("no case tells `retention is at most 14 days` from `retention is less than 14 days` (r, text); add one with retention 14 days on 2020-01-01 that expects pass", survivor.Sentence);
        Assert.Equal($"""
              - name: "retention is at most 14 days ({survivor.Id})"
                manifest:
                  retention: 14 days
                asOf: 2020-01-01
                expect:
                  r: pass

            """, survivor.Killer);
    }

    [Fact]
    public void Cases_on_the_limit_and_next_to_it_kill_every_mutant_of_it() => Assert.All(
        Judged(Limit, "[[14 days, pass], [15 days, fail]]").Mutants.Where(mutant => mutant.Sentence.Contains("retention", StringComparison.Ordinal)),
        mutant => Assert.Equal(Fate.Killed, mutant.Fate));

    [Fact]
    public void A_mutant_that_no_deployment_tells_is_equivalent() => Assert.Contains(
        Judged("requires: {any: [{cameras: {atLeast: 5}}, {cameras: {moreThan: 5}}]}", "[]", "{cameras: 5}", "pass").Mutants,
        mutant => mutant.Fate == Fate.Equivalent);

    [Fact]
    public void A_place_that_leaves_a_group_in_between_is_a_difference()
    {
        var dropped = Authored.Of(
            Example.RuleSet(Example.Rule("r", "prohibits: {places: [EU, GB], police: true}"), inForce: "[{from: 2018-01-01}]"),
            "tests: act\ncases:\n  - {name: c, manifest: {places: [FR], police: true}, asOf: 2018-01-01, expect: {r: fail}}\n").Mutate();
        Assert.Equal(Fate.Survived, dropped.Mutants.Single(mutant => mutant.Sentence.StartsWith("no case tells `places is in EU or GB` from `places is in EU`", StringComparison.Ordinal)).Fate);
    }

    [Fact]
    public void A_survivor_that_the_tests_accept_is_shown_with_its_reason()
    {
        var id = Judged(Limit, "[[1 day, pass], [99 days, fail]]").Mutants.First(mutant => mutant.Fate == Fate.Survived && mutant.Sentence.Contains("retention", StringComparison.Ordinal)).Id;
        var again = Tests(Limit, "[[1 day, pass], [99 days, fail]]", more: $"accepted: [{"{"}mutant: {id}, reason: nobody keeps faces for days{"}"}]\n").Mutate();
        Assert.Equal("nobody keeps faces for days", again.Mutants.Single(mutant => mutant.Fate == Fate.Accepted).Reason);
    }

    [Fact]
    public void The_cases_offered_kill_the_survivors_they_are_offered_for()
    {
        var tests = Authored.OfAct("""
            cases:
              - {name: c, manifest: {police: true, use.purpose: search}, asOf: 2022-06-15, expect: {no-police: fail}}
              - {name: d, manifest: {sector: retail, retention: 99 days}, asOf: 2022-06-15, expect: {short-retention: fail}}
            """);
        var before = tests.Mutate();
        Assert.True(before.Count(Fate.Survived) > 10);
        var added = CaseWriter.Add(tests.File.Source, before.Mutants.Select(mutant => mutant.Killer).OfType<string>())!;
        var after = Authored.Of(Example.RuleSet(Authored.Act, other: Authored.ActNames), added).Mutate();
        Assert.Equal(0, after.Count(Fate.Survived));
    }

    [Fact]
    public void Cases_that_tell_bases_and_ages_apart_are_offered_and_kill()
    {
        const string rule = "requires: {consent: {is: true, basis: documented, notOlderThan: 12 months}}";
        var tests = Authored.Of(Example.RuleSet(Example.Rule("r", rule)), "tests: act\ncases:\n  - {name: c, manifest: {consent: {value: true, basis: attested, on: 2022-06-01}}, asOf: 2022-06-15, expect: {r: pass}}\n");
        var before = tests.Mutate();
        Assert.True(before.Count(Fate.Survived) >= 4);
        Assert.Contains(before.Mutants, mutant => mutant.Killer?.Contains("basis: documented", StringComparison.Ordinal) == true);
        var added = CaseWriter.Add(tests.File.Source, before.Mutants.Select(mutant => mutant.Killer).OfType<string>())!;
        Assert.Equal(0, Authored.Of(Example.RuleSet(Example.Rule("r", rule)), added).Mutate().Count(Fate.Survived));
    }

    [Fact]
    public void Every_mutant_means_something_else_than_the_rule_set() => Assert.All(
        Mutants(Example.RuleSet(Authored.Act, other: Authored.ActNames)),
        mutant => Assert.NotEqual(RuleDigest.Of(mutant.Original), RuleDigest.Of(mutant.Changed)));

    [Fact]
    public void A_name_of_a_mutant_is_given_once() => Assert.Distinct(Mutants(Example.RuleSet(Authored.Act, other: Authored.ActNames)).Select(mutant => mutant.Id));

    [Theory]
    [InlineData("prohibits: {threshold: {atLeast: 99 %}}", "boundary", "threshold is more than 99 %")]
    [InlineData("prohibits: {threshold: {atLeast: 99 %}}", "value", "threshold is at least 98 %")]
    [InlineData("prohibits: {threshold: {atLeast: 0.25 %}}", "value", "threshold is at least 0.26 %")]
    [InlineData("prohibits: {tested: {before: 2020-01-01}}", "value", "tested is before 2020-01-02")]
    [InlineData("prohibits: {use.purpose: [search, rescue]}", "list-shortened", "use.purpose includes search")]
    [InlineData("prohibits: {use.purpose: {includesAll: [search, rescue]}}", "all-to-any", "use.purpose includes search or rescue")]
    [InlineData("prohibits: {places: US-OR/portland}", "place-widened", "places is in US-OR")]
    [InlineData("prohibits: {police: true, consent: true}", "all-to-any", "any of: police is true; consent is true")]
    [InlineData("prohibits: {police: true, consent: true}", "operand-dropped", null)]
    [InlineData("prohibits: {none: [{police: true}]}", "not-dropped", "police is true")]
    [InlineData("when: {police: true}\nrequires: {consent: true}", "when-dropped", null)]
    [InlineData("prohibits: {police: true}\nunless: [{id: e, title: t, citation: text, when: {consent: true}}]", "exception-dropped", null)]
    [InlineData("requires: {results: {each: {trials: {atLeast: 100}}}}", "quantifier", "in at least one row of results, trials is at least 100")]
    [InlineData("requires: {results: {each: {trials: {atLeast: 100}}}}", "boundary", "trials is more than 100")]
    [InlineData("requires: {results: {where: {group: a}, highestRate: {atMost: 1 %}}}", "where-dropped", "the highest error rate in results is at most 1 %")]
    [InlineData("requires: {results: {highestRate: {atMost: 1 %}}}", "boundary", "the highest error rate in results is less than 1 %")]
    [InlineData("requires: {consent: {is: true, basis: measured}}", "basis", "consent is documented or better")]
    [InlineData("requires: {consent: {is: true, basis: measured}}", "basis", "consent is attested by an independent party")]
    [InlineData("requires: {consent: {is: true, basis: measured}}", "operand-dropped", null)]
    [InlineData("requires: {consent: {notOlderThan: 24 months}}", "value", "consent is stated as of a day within the 25 months before the day asked about")]
    [InlineData("requires: {consent: {notOlderThan: 24 months}}", "value", "consent is stated as of a day within the 23 months before the day asked about")]
    public void Rules_are_changed_as_people_do_by_mistake(string rule, string kind, string? after) =>
        Assert.Contains(Mutants(Example.RuleSet(Example.Rule("r", rule))), mutant => mutant.Change.Kind == kind && mutant.Change.After == after);

    [Theory]
    [InlineData("in force from 2020-01-01", "from 2020-01-02")]
    [InlineData("in force from 2020-01-01", "from 2019-12-31")]
    public void Periods_begin_a_day_earlier_or_later(string before, string after) =>
        Assert.Contains(Mutants(Example.RuleSet(Authored.Act, other: Authored.ActNames)), mutant => mutant.Change == new Change("day", before, after));

    [Fact]
    public void Layout_and_comments_leave_what_a_rule_means_alone()
    {
        const string Spaced = "- id: r\n  title: Another title   # said otherwise\n\n  citation: text\n  severity: high\n  remedy: Stop now.\n  prohibits:\n    police:    true\n";
        Assert.Equal(Digest(Example.Rule("r", "prohibits: {police: true}")), Digest(Spaced));
    }

    [Fact]
    public void A_digest_is_the_same_in_every_culture()
    {
        var before = Digest(Authored.Act);
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("") { DateTimeFormat = { ShortDatePattern = "d M yy", DateSeparator = "~" }, NumberFormat = { NumberDecimalSeparator = ";" } };
            Assert.Equal(before, Digest(Authored.Act));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Digest(string rules) => RuleDigest.Of(Example.Load(Example.RuleSet(rules, other: rules == Authored.Act ? Authored.ActNames : "")).RuleSets.Single());

    private static System.Collections.Immutable.ImmutableArray<Mutant> Mutants(string ruleSet) => Mutator.Of(Example.Load(ruleSet).RuleSets.Single());

    private static MutationResult Judged(string rule, string rows, string manifest = "{}", string? outcome = null) => Tests(rule, rows, manifest, outcome).Mutate();

    private static Authored Tests(string rule, string rows, string manifest = "{}", string? outcome = null, string more = "") => Authored.Of(
        Example.RuleSet(Example.Rule("r", rule)),
        outcome is null
            ? $"tests: act\n{more}cases:\n  - name: c\n    manifest: {manifest}\n    asOf: 2022-06-15\n    columns: [retention, r]\n    rows: {rows}\n"
            : $"tests: act\n{more}cases:\n  - name: c\n    manifest: {manifest}\n    asOf: 2022-06-15\n    expect: {"{"}r: {outcome}{"}"}\n");
}
