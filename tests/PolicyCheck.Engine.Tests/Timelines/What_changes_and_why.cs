using PolicyCheck.Assessments;
using PolicyCheck.Timelines;

namespace PolicyCheck.Tests.Timelines;

public sealed class What_changes_and_why
{
    private const string Ban = "prohibits: {police: true}";

    [Fact]
    public void A_text_comes_into_force_and_lapses()
    {
        var timeline = Drawn.Of("police: true", Example.RuleSet(Example.Rule("r", Ban), inForce: "[{from: 2020-06-10, until: 2021-06-10, note: For a year.}]"));
        Assert.Equal(["2020-06-10 not applicable → non-compliant: TextBegins", "2021-06-10 non-compliant → not applicable: TextEnds"], Drawn.Said(timeline));
        Assert.Equal("An act comes into force (For a year)", Drawn.Reasons(timeline).First());
    }

    [Fact]
    public void A_day_that_changes_nothing_is_no_change()
    {
        var timeline = Drawn.Of("police: false", Example.RuleSet(Example.Rule("r", Ban), inForce: "[{from: 2020-06-10, until: 2021-06-10}]"));
        Assert.Empty(timeline.Changes);
        Assert.Equal(Verdict.NotApplicable, Assert.Single(timeline.Stretches).Verdict);
    }

    [Fact]
    public void A_text_is_amended_by_a_rule_of_its_own_days() =>
        Assert.Equal(
            ["2021-01-01 not applicable → non-compliant: RuleBegins", "2022-01-01 non-compliant → not applicable: RuleEnds"],
            Drawn.Said(Drawn.Of("police: true", Example.RuleSet(Example.Rule("r", Ban + "\ninForce: [{from: 2021-01-01, until: 2022-01-01}]"), inForce: "[{note: always}]"))));

    [Fact]
    public void An_exception_begins_and_ends() =>
        Assert.Equal(
            ["2020-01-01 not applicable → non-compliant: TextBegins", "2021-01-01 non-compliant → compliant: ExceptionBegins", "2022-01-01 compliant → non-compliant: ExceptionEnds"],
            Drawn.Said(Drawn.Of("police: true", Example.RuleSet(Example.Rule("r", Ban + "\nunless: [{id: e, title: An exception, citation: text, when: {police: true}, inForce: [{from: 2021-01-01, until: 2022-01-01}]}]")))));

    [Fact]
    public void The_standing_of_a_text_becomes_unsettled_and_is_settled()
    {
        var timeline = Drawn.Of("police: true", Example.RuleSet(Example.Rule("r", Ban), other: "unresolved: [{from: 2021-01-01, until: 2022-01-01, reason: a court stayed it}]", inForce: "[{note: always}]"));
        Assert.Equal(["2021-01-01 non-compliant → indeterminate: Unsettled", "2022-01-01 indeterminate → non-compliant: Settled"], Drawn.Said(timeline));
        Assert.Equal("An act: unsettled from now on (a court stayed it)", Drawn.Reasons(timeline).First());
    }

    [Fact]
    public void A_parameter_changes_from_one_value_to_another()
    {
        var timeline = Drawn.Of(
            "threshold: 98 %",
            Example.RuleSet(
                Example.Rule("r", "requires: {threshold: {atLeast: $floor}}"),
                other: "parameters: {floor: {meaning: the least threshold, values: [{from: 2020-01-01, until: 2021-01-01, value: 95 %}, {from: 2021-01-01, value: 99 %}]}}"));
        Assert.Equal("2021-01-01 compliant → non-compliant: Parameter", Drawn.Said(timeline).Last());
        Assert.Equal("floor (the least threshold) changes from 95 % to 99 %", Drawn.Reasons(timeline).Last());
    }

    [Fact]
    public void A_place_leaves_a_group()
    {
        var timeline = Drawn.Of("places: [GB]\npolice: true", Example.RuleSet(Example.Rule("r", Ban), places: "[EU]", inForce: "[{note: always}]"));
        Assert.Equal(["2021-01-01 non-compliant → not applicable: Membership"], Drawn.Said(timeline));
        Assert.Equal(["United Kingdom of Great Britain and Northern Ireland (the) leaves European Union"], Drawn.Reasons(timeline).Select(reason => reason.Replace("United Kingdom leaves", "United Kingdom of Great Britain and Northern Ireland (the) leaves", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_text_sets_this_one_aside()
    {
        var timeline = Drawn.Of(
            "places: [US-OR/portland]\npolice: true",
            Example.RuleSet(Example.Rule("r", Ban), standing: "ordinance", places: "[US-OR/portland]", inForce: "[{note: always}]"),
            Example.RuleSet(Example.Rule("r", "prohibits: {consent: true}"), id: "state", places: "[US-OR]", inForce: "[{from: 2021-01-01}]", other: "preempts: [{title: The law of cities, citation: text, standings: [ordinance], within: [US-OR]}]"));
        Assert.Equal(2, timeline.Stretches.Length);
        Assert.Contains(CauseKind.SetAside, Assert.Single(timeline.Changes).Causes.Select(cause => cause.Kind));
    }

    [Fact]
    public void A_test_goes_stale_by_the_rule_s_limit_and_the_line_of_the_manifest_is_named()
    {
        var timeline = Drawn.Of("police: true\ntested: 2020-06-01", Example.RuleSet(Example.Rule("r", "requires: {tested: {within: 12 months}}"), inForce: "[{note: always}]"));
        Assert.Equal(["2020-06-01 non-compliant → compliant: Reached", "2021-06-02 compliant → non-compliant: Stale"], Drawn.Said(timeline));
        var stale = timeline.Changes[1].Causes.Single();
        Assert.Equal("tested of 2020-06-01 goes stale: An act takes what is at most 12 months old", stale.Sentence);
        Assert.Equal(("example.manifest.yaml", 3), (stale.Location!.Value.Path, stale.Location.Value.Start.Line));
    }

    [Fact]
    public void Of_a_day_that_is_not_stated_the_length_of_months_can_change_what_it_could_be()
    {
        // 30 days reach further back than a month from the end of a February on, and less far else: then only is the answer open.
        var timeline = Drawn.Of("police: true", Example.RuleSet(Example.Rule("r", "prohibits: {all: [{tested: {within: 30 days}}, {not: {tested: {within: 1 month}}}]}"), inForce: "[{note: always}]"));
        Assert.Contains("2020-03-01 not applicable → indeterminate: Calendar", Drawn.Said(timeline));
        Assert.Contains("2021-03-01 not applicable → indeterminate: Calendar", Drawn.Said(timeline));
        Assert.All(timeline.Changes, change => Assert.Equal(3, change.Before.Verdict == Verdict.NotApplicable ? change.Day.Month : 3));
    }

    [Fact]
    public void A_waiver_begins_and_ends()
    {
        var timeline = Drawn.With(
            "police: true",
            "waivers: [{id: w, rule: act/r, deployment: example, digest: 'DIGEST', reason: a trial, grantor: Ada, authority: The Minister, requestedBy: Charles, from: 2021-01-01, to: 2021-12-31}]",
            AssessmentOptions.Default,
            Example.RuleSet(Example.Rule("r", Ban + "\nwaivable: {by: [The Minister], citation: text}"), inForce: "[{note: always}]"));
        Assert.Equal(["2021-01-01 non-compliant → compliant: WaiverBegins", "2022-01-01 compliant → non-compliant: WaiverEnds"], Drawn.Said(timeline));
        Assert.Equal("the waiver w ended on 2021-12-31 (by Ada, The Minister: a trial)", Drawn.Reasons(timeline).Last());
    }

    [Fact]
    public void The_deployment_s_own_period_begins_and_ends_and_only_what_changes_within_it_is_a_flip()
    {
        var timeline = Drawn.Of("period: {from: 2020-03-01, until: 2021-03-01}\npolice: true", Example.RuleSet(Example.Rule("r", Ban), inForce: "[{from: 2020-06-10, until: 2022-01-01}]"));
        Assert.Equal(
            ["2020-03-01 not running → not applicable: DeploymentBegins", "2020-06-10 not applicable → non-compliant: TextBegins", "2021-03-01 non-compliant → not running: DeploymentEnds", "2022-01-01 stays not running: TextEnds"],
            Drawn.Said(timeline));
        Assert.Equal([Example.Day("2020-06-10")], timeline.Changes.Where(change => change.IsFlip).Select(change => change.Day));
        Assert.Equal(["not running", "not applicable", "non-compliant", "not running"], timeline.Verdicts().Take(4).Select(ChangeText.Verdict));
    }

    [Fact]
    public void A_permission_of_a_proposal_changes_nothing_unless_proposals_are_asked_for()
    {
        string[] sets =
        [
            Example.RuleSet(Example.Rule("r", Ban), inForce: "[{note: always}]"),
            Example.RuleSet(Example.Rule("p", "permits: {police: true}\noverrides: [act/r]"), id: "draft", standing: "proposal", inForce: "[{from: 2021-01-01}]"),
        ];
        Assert.Empty(Drawn.Of("police: true", sets).Changes);
        Assert.Contains(CauseKind.ExceptionBegins, Drawn.With("police: true", null, new(IncludeProposals: true), sets).Changes.Single().Causes.Select(cause => cause.Kind));
    }
}
