using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Assessments;

public sealed class Exceptions_and_permissions
{
    private const string TwoExceptions = """
        prohibits: {police: true}
        unless:
          - {id: rescue, title: Rescue, citation: text, when: {use.purpose: rescue}}
          - {id: agreed, title: Agreed, citation: text, when: {consent: true}}
        """;

    [Fact]
    public void An_exception_that_applies_is_named()
    {
        var finding = Example.Finding("police: true\nconsent: false\nuses: [{id: a, purpose: [rescue]}]", TwoExceptions);
        Assert.Equal(RuleOutcome.Pass, finding.Outcome);
        Assert.Equal([("rescue", Truth.True), ("agreed", Truth.False)], finding.Exceptions.Select(one => (one.Relief.Name, one.Truth)));
    }

    [Fact]
    public void Two_exceptions_with_the_same_effect_are_both_named()
    {
        var finding = Example.Finding("police: true\nconsent: true\nuses: [{id: a, purpose: [rescue]}]", TwoExceptions);
        Assert.Equal(RuleOutcome.Pass, finding.Outcome);
        Assert.Equal(["rescue", "agreed"], finding.Exceptions.Where(one => one.Truth == Truth.True).Select(one => one.Relief.Name));
    }

    [Fact]
    public void A_rule_fails_only_where_every_exception_is_false()
    {
        Assert.Equal(RuleOutcome.Fail, Example.Finding("police: true\nconsent: false\nuses: [{id: a, purpose: [search]}]", TwoExceptions).Outcome);
        var open = Example.Finding("police: true\nconsent: false", TwoExceptions);
        Assert.Equal(RuleOutcome.Indeterminate, open.Outcome);
        Assert.Equal(["use.purpose"], Example.Missing(open));
    }

    [Fact]
    public void An_exception_that_applies_passes_the_rule_even_where_nobody_knows_whether_it_speaks() =>
        Assert.Equal(RuleOutcome.Pass, Example.Finding("consent: true", TwoExceptions).Outcome);

    [Theory]
    [InlineData("2020-12-31", RuleOutcome.Pass, true)]
    [InlineData("2021-01-01", RuleOutcome.Fail, false)]
    public void An_exception_ends_with_its_own_period(string asOf, RuleOutcome outcome, bool inForce)
    {
        var finding = Example.Finding(
            "police: true\nconsent: true",
            "prohibits: {police: true}\nunless:\n  - {id: agreed, title: Agreed, citation: text, when: {consent: true}, inForce: [{from: 2020-01-01, until: 2021-01-01}]}",
            asOf);
        Assert.Equal((outcome, inForce), (finding.Outcome, finding.Exceptions.Single().IsInForce));
    }

    [Fact]
    public void An_exception_for_one_use_does_not_launder_another()
    {
        var assessment = Example.AssessToday(
            "police: true\nconsent: false\nuses: [{id: a, purpose: [rescue]}, {id: b, purpose: [search]}]",
            Example.RuleSet(Example.Rule("r", TwoExceptions)));
        Assert.Equal([Verdict.Compliant, Verdict.NonCompliant], assessment.Uses.Select(use => use.Verdict));
        Assert.Equal(Verdict.NonCompliant, assessment.Verdict);
    }

    [Fact]
    public void A_permission_overrides_a_rule_of_another_rule_set_and_is_named_there()
    {
        var ban = Example.RuleSet(Example.Rule("ban", "prohibits: {police: true}"), "ban");
        var leave = Example.RuleSet(Example.Rule("leave", "permits: {use.purpose: rescue}\noverrides: [ban/ban]"), "leave");
        var allowed = Example.AssessToday("police: true\nuses: [{id: a, purpose: [rescue]}]", ban, leave);
        var finding = Example.Finding("ban/ban", allowed);
        Assert.Equal(RuleOutcome.Pass, finding.Outcome);
        Assert.Equal(("leave/leave", true, Truth.True), (finding.Exceptions.Single().Relief.Name, finding.Exceptions.Single().Relief.IsPermission, finding.Exceptions.Single().Truth));
        Assert.Empty(finding.Clashes);
        Assert.Equal(RuleOutcome.Fail, Example.Finding("ban/ban", Example.AssessToday("police: true\nuses: [{id: a, purpose: [search]}]", ban, leave)).Outcome);
        Assert.Equal(RuleOutcome.Indeterminate, Example.Finding("ban/ban", Example.AssessToday("police: true", ban, leave)).Outcome);
    }

    [Theory]
    [InlineData("[DE]", "[{from: 2020-01-01}]", RuleOutcome.Pass)]
    [InlineData("[FR]", "[{from: 2020-01-01}]", RuleOutcome.Fail)]
    [InlineData("[DE]", "[{from: 2020-01-01, until: 2021-06-15}]", RuleOutcome.Fail)]
    [InlineData("[DE]", "[{from: 2020-01-01, until: 2021-06-16}]", RuleOutcome.Pass)]
    public void A_permission_permits_only_where_and_while_its_own_text_does(string places, string inForce, RuleOutcome outcome)
    {
        var ban = Example.RuleSet(Example.Rule("ban", "prohibits: {police: true}"), "ban");
        var leave = Example.RuleSet(Example.Rule("leave", "permits: {consent: true}\noverrides: [ban/ban]"), "leave", places: places, inForce: inForce);
        Assert.Equal(outcome, Example.Finding("ban/ban", Example.AssessToday("police: true\nconsent: true\nplaces: [DE]", ban, leave)).Outcome);
    }

    [Fact]
    public void A_permission_that_overrides_nothing_of_what_fails_clashes_with_it_openly()
    {
        var law = Example.RuleSet(Example.Rule("ban", "prohibits: {police: true}"), "law");
        var other = Example.RuleSet(Example.Rule("other", "prohibits: {use.live: true}") + Example.Rule("leave", "permits: {consent: true}\noverrides: [other]"), "other");
        var finding = Example.Finding("ban", Example.AssessToday("police: true\nconsent: true\nuses: [{id: a, live: true}]", law, other));
        Assert.Equal(RuleOutcome.Fail, finding.Outcome);
        Assert.Equal(["leave"], finding.Clashes.Select(clash => clash.Rule.Id));
    }

    [Theory]
    [InlineData("prohibits: {police: true}", "permits: {consent: true}", true)]
    [InlineData("prohibits: {police: true}", "permits: {police: false}", false)]
    [InlineData("prohibits: {places: GB, none: [{places: EU}]}", "permits: {places: GB}", true)]
    [InlineData("prohibits: {places: FR, none: [{places: EU}]}", "permits: {places: FR}", false)]
    [InlineData("prohibits: {police: true}\nunless: [{id: free, title: t, citation: text, when: {consent: true}}]", "permits: {consent: true}", false)]
    public void A_permission_and_a_prohibition_of_one_set_that_can_both_speak_are_an_error_when_loaded(string prohibition, string permission, bool clash)
    {
        var set = Example.RuleSet(Example.Rule("ban", prohibition) + Example.Rule("other", "requires: {use.live: true}") + Example.Rule("leave", $"{permission}\noverrides: [other]"));
        Assert.Equal(clash, Example.Load(set).Diagnostics.Any(diagnostic => diagnostic.Code == RuleSetCodes.Clash));
    }

    [Fact]
    public void What_a_proposal_permits_sets_no_law_aside_unless_proposals_are_asked_for()
    {
        var ban = Example.RuleSet(Example.Rule("ban", "prohibits: {police: true}"), "ban");
        var bill = Example.RuleSet(Example.Rule("leave", "permits: {consent: true}\noverrides: [ban/ban]"), "bill", standing: "proposal");
        var library = Example.Load(ban, bill);
        var assessor = new Assessor(library);
        var manifest = Example.Manifest("police: true\nconsent: true", library.Vocabulary);
        Assert.Equal(RuleOutcome.Fail, assessor.Assess(manifest, Example.Day(Example.Today)).Uses[0].Findings.Single().Outcome);
        Assert.Equal([RuleOutcome.Pass, RuleOutcome.Pass], assessor.Assess(manifest, Example.Day(Example.Today), new(IncludeProposals: true)).Uses[0].Findings.Select(one => one.Outcome));
    }
}
