using PolicyCheck.Assessments;

namespace PolicyCheck.Tests.Waivers;

public sealed class What_a_waiver_covers
{
    [Fact]
    public void A_valid_waiver_turns_the_failure_into_what_is_waived_and_nothing_else()
    {
        var before = Waived.Of().Apply().Assessments.Single();
        var after = Waived.Of().Apply(Waived.Waiver());
        Assert.Empty(after.Diagnostics);
        var (was, now) = (before.Uses.Single().Findings[0], after.Assessments.Single().Uses.Single().Findings[0]);
        Assert.Equal((RuleOutcome.Fail, RuleOutcome.Waived), (was.Outcome, now.Outcome));
        Assert.Equal("w", now.Waiver!.Id);
        Assert.Equal(was.Facts.Select(fact => fact.Fact.Path), now.Facts.Select(fact => fact.Fact.Path));
        Assert.Equal(was.Requirement!.Truth, now.Requirement!.Truth);
        Assert.Equal((Verdict.NonCompliant, Verdict.Compliant), (before.Verdict, after.Assessments.Single().Verdict));
        Assert.Equal(Verdict.Compliant, after.Assessments.Single().Uses.Single().Verdict);
    }

    [Theory]
    [InlineData("2021-05-31", RuleOutcome.Fail)]
    [InlineData("2021-06-01", RuleOutcome.Waived)]
    [InlineData("2021-06-30", RuleOutcome.Waived)]
    [InlineData("2021-07-01", RuleOutcome.Fail)]
    public void It_covers_from_its_first_day_to_its_last_both_counted(string asOf, RuleOutcome expected) =>
        Assert.Equal(expected, Waived.Of(asOf).Outcome(Waived.Waiver()));

    [Fact]
    public void A_waiver_of_one_day_covers_that_day() =>
        Assert.Equal(RuleOutcome.Waived, Waived.Of().Outcome(Waived.Waiver(lines: [$"from: {Waived.Today}", $"to: {Waived.Today}"])));

    [Fact]
    public void What_is_open_stays_open_whoever_excuses_it()
    {
        const string Facts = "police: false";
        var waived = Waived.Of(manifests: ("example", Facts));
        Assert.Equal(RuleOutcome.Indeterminate, waived.Outcome(Waived.Waiver(lines: [$"digest: {Waived.DigestOf(Facts)}"])));
        Assert.Equal(["2:9 PC945 `w` covers nothing of `example`: it can't be said whether the rule is broken, and no waiver excuses from finding out (`act/notice`)"], waived.Tells(Waived.Waiver(lines: [$"digest: {Waived.DigestOf(Facts)}"])));
    }

    [Fact]
    public void A_doubtful_failure_can_be_waived_too()
    {
        var rules = Waived.Rules.Replace("citation: text\n  severity: high\n  remedy: Tell them.", "citation: memory\n  severity: high\n  remedy: Tell them.", StringComparison.Ordinal);
        var after = Waived.Of(rules: rules).Apply(Waived.Waiver()).Assessments.Single();
        Assert.NotNull(after.Uses.Single().Findings[0].Doubt);
        Assert.Equal((RuleOutcome.Waived, Verdict.Compliant), (after.Uses.Single().Findings[0].Outcome, after.Verdict));
    }

    [Fact]
    public void A_waiver_of_one_rule_leaves_another_failure_and_the_verdict_as_they_are()
    {
        const string Facts = "consent: false\npolice: true";
        var after = Waived.Of(manifests: ("example", Facts)).Apply(Waived.Waiver(lines: [$"digest: {Waived.DigestOf(Facts)}"])).Assessments.Single();
        Assert.Equal([RuleOutcome.Waived, RuleOutcome.Fail], after.Uses.Single().Findings.Select(finding => finding.Outcome));
        Assert.Equal(Verdict.NonCompliant, after.Verdict);
    }

    [Fact]
    public void Of_several_uses_only_those_named_are_excused()
    {
        const string Facts = "consent: false\npolice: false\nuses: [{id: one}, {id: two}]";
        var waived = Waived.Of(manifests: ("example", Facts));
        Assert.Equal([RuleOutcome.Fail, RuleOutcome.Waived], waived.Outcomes("notice", Waived.Waiver(lines: [$"digest: {Waived.DigestOf(Facts)}", "uses: [two]"])));
        Assert.Equal([RuleOutcome.Waived, RuleOutcome.Waived], waived.Outcomes("notice", Waived.Waiver(lines: [$"digest: {Waived.DigestOf(Facts)}"])));
    }

    [Fact]
    public void Two_waivers_of_the_same_rule_for_different_deployments_both_cover_theirs()
    {
        var waived = Waived.Of(manifests: [("example", Waived.Facts), ("second", Waived.Facts), ("third", Waived.Facts)]);
        var second = Waived.Waiver("v", "deployment: second", $"digest: {Waived.DigestOf(id: "second")}");
        Assert.Equal([RuleOutcome.Waived, RuleOutcome.Waived, RuleOutcome.Fail], waived.Outcomes("notice", Waived.Waiver(), second));
        Assert.Empty(waived.Tells(Waived.Waiver(), second));
    }

    [Fact]
    public void A_waiver_for_another_version_of_the_manifest_covers_nothing_and_both_digests_are_told()
    {
        var other = Waived.DigestOf("consent: false");
        var waived = Waived.Of();
        Assert.Equal(RuleOutcome.Fail, waived.Outcome(Waived.Waiver(lines: [$"digest: {other}"])));
        Assert.Equal([$"5:13 PC942 `w` is for the version `{other}` of `example`, and the manifest checked is `{Waived.DigestOf()}`"], waived.Tells(Waived.Waiver(lines: [$"digest: {other}"])));
    }

    [Theory]
    [InlineData("{cameras: {atMost: 3}}", RuleOutcome.Waived, "")]
    [InlineData("{cameras: {atMost: 2}}", RuleOutcome.Fail, "12:28 PC943 `w` doesn't cover the failure of `act/notice`: what it says of `cameras` isn't so of use `only`")]
    [InlineData("{vendor: Acme}", RuleOutcome.Fail, "12:18 PC943 `w` doesn't cover the failure of `act/notice`: the manifest doesn't say enough of `vendor` for use `only` to tell whether its conditions hold")]
    [InlineData("{any: [{vendor: Acme}, {cameras: 3}]}", RuleOutcome.Waived, "")]
    [InlineData("{not: {vendor: Acme}}", RuleOutcome.Fail, "12:24 PC943 `w` doesn't cover the failure of `act/notice`: the manifest doesn't say enough of `vendor` for use `only` to tell whether its conditions hold")]
    public void Its_conditions_must_hold_and_what_is_unknown_does_not_excuse(string conditions, RuleOutcome expected, string told)
    {
        var waiver = Waived.Waiver(lines: [$"conditions: {conditions}"]);
        Assert.Equal(expected, Waived.Of().Outcome(waiver));
        Assert.Equal(told.Length == 0 ? [] : [told], Waived.Of().Tells(waiver));
    }

    [Fact]
    public void The_same_waivers_in_any_order_of_files_give_the_same()
    {
        var waived = Waived.Of();
        string[] texts = [Waived.Waiver("b"), Waived.Waiver("a"), Waived.Waiver("c", "from: 2021-06-02")];
        var expected = string.Join('\n', waived.Tells(texts));
        var files = texts.Select((text, i) => waived.Read($"{i}.waivers.yaml", $"waivers:\n{text}")).ToList();
        var library = Example.Load(Example.RuleSet(Waived.Rules));
        var forwards = waived.Apply(PolicyCheck.Waivers.WaiverRegister.Of(files, library));
        files.Reverse();
        var backwards = waived.Apply(PolicyCheck.Waivers.WaiverRegister.Of(files, library));
        Assert.NotEmpty(expected);
        Assert.Equal(forwards.Diagnostics.Select(Waived.Told), backwards.Diagnostics.Select(Waived.Told));
        Assert.Equal("a", forwards.Assessments.Single().Uses.Single().Findings[0].Waiver!.Id);
        Assert.Equal("a", backwards.Assessments.Single().Uses.Single().Findings[0].Waiver!.Id);
    }

    [Fact]
    public void What_advises_only_counts_after_a_waiver_as_it_did_before()
    {
        var after = Waived.Of(options: new(AdvisoryCounts: true)).Apply(Waived.Waiver()).Assessments.Single();
        Assert.Equal(Verdict.Compliant, after.Verdict);
    }
}
