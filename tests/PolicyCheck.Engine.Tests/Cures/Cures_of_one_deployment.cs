using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Cures;
using PolicyCheck.Explanation;
using PolicyCheck.Manifests;

namespace PolicyCheck.Tests.Cures;

public sealed class Cures_of_one_deployment
{
    private const string Vocabulary = """
        vocabulary: example
        facts:
          police: {type: flag, meaning: Whether the police run it, question: Do the police?, askWho: operator}
          review: {type: flag, meaning: Whether somebody looks, question: Does somebody look?, askWho: operator, changeBy: setting}
          paper: {type: flag, meaning: Whether there is a paper, question: Is there a paper?, askWho: operator, changeBy: document}
          threshold: {type: number, unit: ratio, meaning: the threshold, question: Which threshold?, askWho: vendor, changeBy: setting}
          retention: {type: duration, meaning: how long faces are kept, question: How long?, askWho: operator, changeBy: setting}
          audited: {type: date, meaning: the day of the audit, question: When?, askWho: operator, changeBy: document}
          notice: {type: choices, values: {none: nobody, sign: a sign, letter: a letter}, meaning: the notice, question: Which notice?, askWho: operator, changeBy: setting}
          results:
            type: records
            fields: {rate: {type: number, unit: ratio, role: rate, meaning: the rate}}
            meaning: the results
            question: Which results?
            askWho: vendor
            changeBy: document
          use.live: {type: flag, meaning: Whether it is live, question: Is it live?, askWho: operator}
        """;

    [Fact]
    public void A_number_below_a_floor_is_raised_to_the_floor_itself() =>
        Assert.Equal(["setting threshold from 95 % to 99 %"], Cures("threshold: 95 %", "requires: {threshold: {atLeast: 99 %}}"));

    [Fact]
    public void A_length_over_a_limit_is_cut_to_the_limit_itself() =>
        Assert.Equal(["setting retention from 40 days to 30 days"], Cures("retention: 40 days", "requires: {retention: {atMost: 30 days}}"));

    [Fact]
    public void An_audit_that_is_too_old_is_held_on_the_day_asked_about() =>
        Assert.Equal(["document audited from 2019-01-01 to 2021-06-15"], Cures("audited: 2019-01-01", "requires: {audited: {within: 1 year}}"));

    [Fact]
    public void What_is_added_to_a_set_takes_the_place_of_nothing() =>
        Assert.Equal(["setting notice from none to sign"], Cures("notice: [none]", "requires: {notice: {includesAny: [sign, letter]}}"));

    [Fact]
    public void What_a_set_has_already_stays_in_it() =>
        Assert.Equal(["setting notice from letter to sign, letter"], Cures("notice: [letter]", "requires: {notice: sign}"));

    [Fact]
    public void Settings_come_before_documents_and_those_before_a_use_that_is_given_up() => Assert.Equal(
        ["setting review from false to true", "document paper from false to true", "use b: give up this use"],
        Cures("review: false\npaper: false\nuses: [{id: a, live: false}, {id: b, live: true}]", "when: {use.live: true}\nrequires: {any: [{review: true}, {paper: true}]}", "requires: {police: {known: false}}"));

    [Fact]
    public void What_the_manifest_says_is_given_is_not_proposed() =>
        Assert.Equal(["document paper from false to true"], Cures("given: [review]\nreview: false\npaper: false", "requires: {any: [{review: true}, {paper: true}]}"));

    [Fact]
    public void A_rule_that_hangs_on_given_facts_alone_says_so() => Assert.Equal(
        ["act/r0 (The text) hangs on given facts alone: police"],
        Why("police: true\nreview: false", "prohibits: {police: true}"));

    [Fact]
    public void What_results_would_show_is_not_made_up() => Assert.Equal(
        ["act/r0 (The text) is not computable: nobody can make up results, and it hangs on whether the highest error rate in results is at most 1 %"],
        Why("results: [{rate: 5 %}]", "requires: {results: {highestRate: {atMost: 1 %}}}"));

    [Fact]
    public void What_is_not_known_is_for_asking_and_the_rest_is_cured_all_the_same()
    {
        var search = Search("review: false", "prohibits: {police: true}", "requires: {review: true}");
        Assert.Empty(search.Cures);
        Assert.Equal([ObstacleKind.Unknown], search.Obstacles.Select(obstacle => obstacle.Kind));
        Assert.Equal(["setting review from false to true"], Written(search.Partial));
    }

    [Fact]
    public void Rules_that_pull_in_two_ways_are_said_to()
    {
        var search = Search("review: false\npolice: false", "when: {police: false}\nrequires: {review: true}", "when: {police: false}\nprohibits: {review: true}");
        Assert.Empty(search.Cures);
        Assert.Equal(ObstacleKind.Together, Assert.Single(search.Obstacles).Kind);
    }

    [Fact]
    public void A_cure_says_which_rule_calls_for_each_change()
    {
        var cure = Assert.Single(Search("review: false\npaper: false", "requires: {review: true}", "requires: {paper: true}").Cures);
        Assert.Equal(["act/r0", "act/r1"], cure.Changes.Select(change => Assert.Single(change.For).Rule.QualifiedId));
    }

    [Fact]
    public void A_cure_of_many_changes_is_found_although_fewer_are_looked_for_first()
    {
        var rules = new[] { "review: true", "paper: true", "threshold: {atLeast: 99 %}", "retention: {atMost: 1 day}", "notice: sign", "audited: {within: 1 year}" };
        var cure = Assert.Single(Search("review: false\nuses: [{id: only}]", [.. rules.Select(rule => $"requires: {{{rule}}}"), "requires: {notice: letter}"]).Cures);
        Assert.Equal(6, cure.Changes.Length);
    }

    [Fact]
    public void What_is_true_and_badly_known_is_to_be_shown_better() => Assert.Equal(
        ["document review, which stays true, to be shown by newer or better evidence"],
        Cures("review: true", "requires: {review: {is: true, basis: documented}}"));

    [Fact]
    public void A_test_that_is_too_old_is_to_be_made_anew() => Assert.Equal(
        ["document paper, which stays true, to be shown by newer or better evidence"],
        Cures("paper: {value: true, basis: measured, on: 2019-01-01}", "requires: {paper: {is: true, notOlderThan: 12 months}}"));

    [Fact]
    public void A_compliant_deployment_needs_no_cure() => Assert.False(Search("review: true", "requires: {review: true}").WasNeeded);

    [Theory]
    [InlineData("given: [reviews]", "`reviews` is neither a fact nor a group of facts", "did you mean `review`?")]
    [InlineData("uses: [{id: only, given: [lives]}]", "`lives` is neither a fact nor a group of facts of a use", "did you mean `live`?")]
    public void A_name_that_is_no_fact_cannot_be_given(string facts, string message, string cure)
    {
        var library = Example.LoadWith(Vocabulary, Example.RuleSet(Example.Rule("r", "requires: {review: true}")));
        var diagnostic = Assert.Single(ManifestReader.Read("m.manifest.yaml", Encoding.UTF8.GetBytes($"manifest: example\n{facts}\n{(facts.StartsWith("uses", StringComparison.Ordinal) ? "" : "uses: [{id: only}]")}"), library.Vocabulary).Diagnostics);
        Assert.Equal((message, cure), (diagnostic.Message, diagnostic.Cure));
    }

    private static IEnumerable<string> Cures(string facts, params string[] rules) => Written(Search(facts, rules).Cures);

    private static ImmutableArray<string> Why(string facts, params string[] rules) => new CureText(Example.Day(Example.Today)).Obstacles(Search(facts, rules).Obstacles);

    private static IEnumerable<string> Written(ImmutableArray<Cure> cures) =>
        cures.Select(cure => string.Join("; ", cure.Changes.Select(change => $"{CureText.Kind(change.Kind)} {CureText.Change(change)}")));

    private static CureSearch Search(string facts, params string[] rules)
    {
        var library = Example.LoadWith(Vocabulary, Example.RuleSet(string.Concat(rules.Select((rule, i) => Example.Rule($"r{i}", rule)))));
        var assessor = new Assessor(library);
        return new Curing(library, assessor, AssessmentOptions.Default).Find(assessor.Assess(Example.Manifest(facts, library.Vocabulary), Example.Day(Example.Today)));
    }
}
