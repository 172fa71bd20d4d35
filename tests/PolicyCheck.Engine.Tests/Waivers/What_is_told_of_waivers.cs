using PolicyCheck.Assessments;

namespace PolicyCheck.Tests.Waivers;

public sealed class What_is_told_of_waivers
{
    [Fact]
    public void One_that_is_over_says_since_when() =>
        Assert.Equal(["11:9 PC940 `w` ended on 2021-06-30, 1 day before 2021-07-01"], Waived.Of("2021-07-01").Tells(Waived.Waiver()));

    [Fact]
    public void One_that_is_yet_to_come_says_from_when() =>
        Assert.Equal(["10:11 PC941 `w` begins on 2021-06-01, 2 days after 2021-05-30"], Waived.Of("2021-05-30").Tells(Waived.Waiver()));

    [Fact]
    public void One_that_is_over_is_only_noted_where_the_rule_is_kept()
    {
        const string Kept = "consent: true\npolice: false";
        var waiver = Waived.Waiver(lines: [$"digest: {Waived.DigestOf(Kept)}"]);
        Assert.Equal(PolicyCheck.Text.DiagnosticLevel.Note, Assert.Single(Waived.Of("2021-07-01", manifests: ("example", Kept)).Apply(waiver).Diagnostics).Level);
        Assert.Equal(PolicyCheck.Text.DiagnosticLevel.Warning, Assert.Single(Waived.Of("2021-07-01").Apply(Waived.Waiver()).Diagnostics).Level);
    }

    [Theory]
    [InlineData("consent: true\npolice: false", "the rule is kept")]
    [InlineData("police: false", "it can't be said whether the rule is broken, and no waiver excuses from finding out")]
    public void One_that_covers_nothing_says_why(string facts, string why) => Assert.Equal(
        [$"2:9 PC945 `w` covers nothing of `example`: {why} (`act/notice`)"],
        Waived.Of(manifests: ("example", facts)).Tells(Waived.Waiver(lines: [$"digest: {Waived.DigestOf(facts)}"])));

    [Fact]
    public void One_for_a_deployment_that_is_not_checked_says_nothing() => Assert.Empty(Waived.Of().Tells(Waived.Waiver(lines: ["deployment: elsewhere", "authority: Nobody"])));

    [Fact]
    public void One_for_a_deployment_that_is_almost_one_of_those_checked_asks_whether_it_is_meant()
    {
        var diagnostic = Assert.Single(Waived.Of().Apply(Waived.Waiver(lines: ["deployment: exampel-s", "digest:"]), Waived.Waiver("v", "deployment: exmple")).Diagnostics);
        Assert.Equal("13:17 PC947 there is no deployment `exmple` among those checked", Waived.Told(diagnostic));
        Assert.Equal("did you mean `example`?", diagnostic.Cure);
    }

    [Fact]
    public void Where_all_deployments_are_there_one_for_another_is_told_however_it_is_named()
    {
        var waived = Waived.Of();
        var told = waived.Apply(waived.Register(Waived.Waiver(lines: ["deployment: elsewhere"])), areAll: true).Diagnostics;
        Assert.Equal(["4:17 PC947 there is no deployment `elsewhere` among those checked"], told.Select(Waived.Told));
    }

    [Fact]
    public void One_for_a_use_that_is_not_there_says_which_are()
    {
        var diagnostic = Waived.Of().Apply(Waived.Waiver(lines: ["uses: [onyl]"])).Diagnostics.Single(one => one.Code == "PC946");
        Assert.Equal(("12:11 PC946 `example` has no use `onyl`", "did you mean `only`?"), (Waived.Told(diagnostic), diagnostic.Cure));
    }

    [Fact]
    public void Two_that_cover_the_same_are_told_with_the_days_and_the_first_counts()
    {
        var waived = Waived.Of();
        string[] both = [Waived.Waiver("a"), Waived.Waiver("b", "to: 2021-06-20")];
        Assert.Equal(["12:9 PC944 `b` and `a` both excuse `example` from `act/notice` from 2021-06-01 to 2021-06-20"], waived.Tells(both));
        Assert.Equal("a", waived.Apply(both).Assessments.Single().Uses.Single().Findings[0].Waiver!.Id);
    }

    [Fact]
    public void Two_for_different_uses_are_not_stacked()
    {
        const string Facts = "consent: false\npolice: false\nuses: [{id: one}, {id: two}]";
        var digest = $"digest: {Waived.DigestOf(Facts)}";
        Assert.Empty(Waived.Of(manifests: ("example", Facts)).Tells(Waived.Waiver("a", digest, "uses: [one]"), Waived.Waiver("b", digest, "uses: [two]")));
    }

    [Fact]
    public void Nothing_is_told_of_none() => Assert.Empty(Waived.Of().Tells());

    [Fact]
    public void A_register_with_errors_is_never_applied()
    {
        var waived = Waived.Of();
        var register = waived.Register(Waived.Waiver("a"), Waived.Waiver("a"));
        Assert.True(register.HasErrors);
        Assert.Throws<ArgumentException>(() => new Waiving(register, Example.Load(Example.RuleSet(Waived.Rules))));
    }
}
