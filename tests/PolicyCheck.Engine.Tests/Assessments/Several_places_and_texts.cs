using PolicyCheck.Assessments;
using PolicyCheck.Explanation;

namespace PolicyCheck.Tests.Assessments;

public sealed class Several_places_and_texts
{
    private const string CityBan = "prohibits: {roles: retailer}";

    private static readonly string Ordinance = Example.RuleSet(Example.Rule("ban", CityBan), "ordinance", standing: "ordinance", places: "[US-OR/portland]");

    [Theory]
    [InlineData("[US-OR/portland]", RuleOutcome.Fail, FindingReason.Evaluated)]
    [InlineData("[DE, US-OR/portland]", RuleOutcome.Fail, FindingReason.Evaluated)]
    [InlineData("[US-OR/portland-heights]", RuleOutcome.NotApplicable, FindingReason.Elsewhere)]
    [InlineData("[DE, FR]", RuleOutcome.NotApplicable, FindingReason.Elsewhere)]
    [InlineData("[US-OR]", RuleOutcome.Indeterminate, FindingReason.Evaluated)]
    [InlineData("[US]", RuleOutcome.Indeterminate, FindingReason.Evaluated)]
    public void A_deployment_in_several_places_is_bound_by_the_texts_of_each(string places, RuleOutcome outcome, FindingReason reason)
    {
        var finding = Example.Finding("ban", Example.AssessToday($"roles: [retailer]\nplaces: {places}", Ordinance));
        Assert.Equal((outcome, reason), (finding.Outcome, finding.Reason));
        Assert.Equal(outcome == RuleOutcome.Indeterminate ? ["places"] : [], finding.Missing.Select(fact => fact.Path));
    }

    [Fact]
    public void City_state_and_country_bind_side_by_side()
    {
        var state = Example.RuleSet(Example.Rule("state", "requires: {consent: true}"), "state", places: "[US-OR]");
        var country = Example.RuleSet(Example.Rule("country", "requires: {tested: {known: true}}"), "country", places: "[US]");
        var other = Example.RuleSet(Example.Rule("other", "requires: {consent: true}"), "other", places: "[US-WA]");

        var assessment = Example.AssessToday("roles: [retailer]\nconsent: false\ntested: 2021-01-01\nplaces: [US-OR/portland]", Ordinance, state, country, other);

        Assert.Equal(
            [("country", RuleOutcome.Pass), ("ban", RuleOutcome.Fail), ("other", RuleOutcome.NotApplicable), ("state", RuleOutcome.Fail)],
            assessment.Uses[0].Findings.Select(finding => (finding.Rule.Id, finding.Outcome)));
    }

    [Theory]
    [InlineData("[ordinance]", "[US-OR]", "[{from: 2020-01-01}]", RuleOutcome.NotApplicable)]
    [InlineData("[ordinance]", "[US]", "[{from: 2020-01-01}]", RuleOutcome.NotApplicable)]
    [InlineData("[statute]", "[US-OR]", "[{from: 2020-01-01}]", RuleOutcome.Fail)]
    [InlineData("[ordinance]", "[US-WA]", "[{from: 2020-01-01}]", RuleOutcome.Fail)]
    [InlineData("[ordinance]", "[US-OR/portland]", "[{from: 2020-01-01}]", RuleOutcome.Fail)]
    [InlineData("[ordinance]", "[US-OR]", "[{from: 2021-06-16}]", RuleOutcome.Fail)]
    [InlineData("[ordinance]", "[US-OR]", "[{from: 2021-06-15}]", RuleOutcome.NotApplicable)]
    [InlineData("[ordinance]", "[US-OR]", "[{from: 2020-01-01, until: 2021-06-15}]", RuleOutcome.Fail)]
    public void A_state_can_set_the_ordinances_of_its_cities_aside(string standings, string within, string inForce, RuleOutcome outcome)
    {
        var state = Example.RuleSet(Example.Rule("r", "requires: {consent: true}"), "state", Preempts(standings, within), places: "[US-OR]", inForce: inForce);
        Assert.Equal(outcome, Example.Finding("ban", Example.AssessToday("roles: [retailer]\nplaces: [US-OR/portland]", Ordinance, state)).Outcome);
    }

    [Fact]
    public void What_is_set_aside_says_by_which_text()
    {
        var state = Example.RuleSet(Example.Rule("r", "requires: {consent: true}"), "state", Preempts("[ordinance]", "[US-OR]"), places: "[US-OR]");
        var finding = Example.Finding("ban", Example.AssessToday("roles: [retailer]\nplaces: [US-OR/portland]", Ordinance, state));
        Assert.Equal(FindingReason.SetAside, finding.Reason);
        Assert.Equal("set aside by An act (The text, section 9): ordinances on cameras", new FindingText(Example.Load(Ordinance).Vocabulary, Example.Day(Example.Today)).Message(finding));
    }

    [Fact]
    public void Whether_an_unsettled_text_sets_another_aside_is_a_doubt_and_no_answer()
    {
        var state = Example.RuleSet(
            Example.Rule("r", "requires: {consent: true}"), "state", Preempts("[ordinance]", "[US-OR]") + "\nunresolved: [{from: 2021-01-01, reason: a court is asked}]", places: "[US-OR]");
        var assessment = Example.AssessToday("roles: [retailer]\nconsent: true\nplaces: [US-OR/portland]", Ordinance, state);
        Assert.Equal("it is unsettled whether An act sets this aside", Example.Finding("ban", assessment).Doubt);
        Assert.Equal(Verdict.Indeterminate, assessment.Verdict);
    }

    [Fact]
    public void A_proposal_sets_nothing_aside_unless_proposals_are_asked_for()
    {
        var bill = Example.RuleSet(Example.Rule("r", "requires: {consent: true}"), "bill", Preempts("[ordinance]", "[US-OR]"), standing: "proposal", places: "[US-OR]");
        const string Facts = "roles: [retailer]\nplaces: [US-OR/portland]";
        Assert.Equal(RuleOutcome.Fail, Example.Finding("ban", Example.AssessToday(Facts, Ordinance, bill)).Outcome);
        Assert.Equal(RuleOutcome.NotApplicable, Example.Finding("ban", Example.Assess(Facts, Example.Today, new(IncludeProposals: true), Ordinance, bill)).Outcome);
    }

    [Theory]
    [InlineData("places: [DE]\nsite: US", RuleOutcome.Fail)]
    [InlineData("places: [US]\nsite: DE", RuleOutcome.Fail)]
    [InlineData("places: [US]\nsite: US", RuleOutcome.NotApplicable)]
    [InlineData("places: [US]", RuleOutcome.Indeterminate)]
    public void A_text_can_reach_deployments_elsewhere(string facts, RuleOutcome outcome)
    {
        var act = Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"), other: "alsoBinds: [{title: those whose server is there, citation: text, when: {site: DE}}]", places: "[DE]");
        var finding = Example.Finding("r", Example.AssessToday($"police: true\n{facts}", act));
        Assert.Equal(outcome, finding.Outcome);
        Assert.Equal(outcome == RuleOutcome.Indeterminate ? ["site"] : [], finding.Missing.Select(fact => fact.Path));
    }

    [Theory]
    [InlineData("entry", "prohibits: {use.purpose: entry}", true)]
    [InlineData("entry", "prohibits: {use.purpose: entry, use.live: true}", true)]
    [InlineData("[entry, search]", "prohibits: {use.purpose: entry}", false)] // it can be done with a search
    [InlineData("entry", "prohibits: {use.purpose: entry, price: {moreThan: 5}}", false)] // a cheaper system will do
    [InlineData("entry", "prohibits: {use.purpose: entry}\nunless: [{id: agreed, title: t, citation: text, when: {consent: true}}]", false)]
    [InlineData("entry", "prohibits: {use.purpose: entry}\nunless: [{id: calm, title: t, citation: text, when: {use.live: false}}]", false)]
    [InlineData("entry", "prohibits: {use.purpose: entry, use.live: true}\nunless: [{id: calm, title: t, citation: text, when: {use.live: false}}]", true)]
    public void A_text_that_obliges_to_what_another_forbids_is_shown_as_a_conflict(string required, string forbidding, bool isConflict)
    {
        var obliging = Example.RuleSet(Example.Rule("oblige", $"when: {{sector: transport}}\nrequires: {{use.purpose: {required}}}"), "obliging", places: "[DE]");
        var law = Example.RuleSet(Example.Rule("forbid", forbidding), "law", places: "[FR]");
        var assessment = Example.AssessToday("sector: transport\nprice: 10 EUR\nconsent: false\nplaces: [DE, FR]\nuses: [{id: a, purpose: [entry], live: true}]", obliging, law);
        var finding = Example.Finding("forbid", assessment);
        Assert.Equal(RuleOutcome.Fail, finding.Outcome);
        Assert.Equal([("oblige", !isConflict)], finding.Clashes.Select(clash => (clash.Rule.Id, clash.CanBothBeKept)));
    }

    [Fact]
    public void Rules_that_ask_for_different_things_are_no_conflict()
    {
        var obliging = Example.RuleSet(Example.Rule("oblige", "when: {sector: transport}\nrequires: {consent: false}"), "obliging");
        var law = Example.RuleSet(Example.Rule("forbid", "prohibits: {use.purpose: entry}"), "law");
        Assert.Empty(Example.Finding("forbid", Example.AssessToday("sector: transport\nconsent: false\nuses: [{id: a, purpose: [entry]}]", obliging, law)).Clashes);
    }

    [Fact]
    public void Whoever_keeps_a_ban_and_breaks_an_obligation_for_it_learns_of_the_ban()
    {
        var obliging = Example.RuleSet(Example.Rule("oblige", "when: {sector: transport}\nrequires: {use.purpose: entry}"), "obliging");
        var law = Example.RuleSet(Example.Rule("forbid", "prohibits: {use.purpose: entry}"), "law");
        var finding = Example.Finding("oblige", Example.AssessToday("sector: transport\nuses: [{id: a, purpose: [search]}]", obliging, law));
        Assert.Equal(["forbid"], finding.Clashes.Select(clash => clash.Rule.Id));
        Assert.Equal("law/forbid prohibits what this requires: A rule; as long as who, where and what for stay, no change keeps both", FindingText.Clash(finding.Clashes[0]));
    }

    private static string Preempts(string standings, string within) => $"preempts: [{{title: ordinances on cameras, citation: \"text, section 9\", standings: {standings}, within: {within}}}]";
}
