using PolicyCheck.Assessments;

namespace PolicyCheck.Tests.Waivers;

public sealed class Renewed_waivers
{
    private static readonly string First = Waived.Waiver("first", "from: 2021-01-01", "to: 2021-03-31");
    private static readonly string Second = Waived.Waiver("second", "from: 2021-04-01", "to: 2021-06-29", "renews: first");

    [Fact]
    public void A_waiver_may_be_renewed_as_often_as_the_rule_says()
    {
        Assert.Equal(RuleOutcome.Waived, Waived.Of().Outcome(First, Second));
        Assert.Empty(Waived.Of().Tells(First, Second));
    }

    [Fact]
    public void One_renewal_too_many_is_void()
    {
        var third = Waived.Waiver("third", "from: 2021-06-30", "to: 2021-07-31", "renews: second");
        var waived = Waived.Of("2021-07-15");
        Assert.Equal(RuleOutcome.Fail, waived.Outcome(First, Second, third));
        Assert.Contains(
            "33:13 PC934 `third` goes on where `second` ends on 2021-06-29, which makes renewal 2, and a waiver of `act/notice` may be renewed once at most; the waiver is void",
            waived.Tells(First, Second, third));
    }

    [Theory]
    [InlineData("from: 2021-06-30")]
    [InlineData("from: 2021-06-15")]
    public void Who_does_not_say_that_they_renew_renews_all_the_same(string from)
    {
        var third = Waived.Waiver("third", from, "to: 2021-07-31");
        Assert.Equal(RuleOutcome.Fail, Waived.Of("2021-07-15").Outcome(First, Second, third));
    }

    [Fact]
    public void After_a_day_without_a_waiver_one_is_granted_anew()
    {
        var third = Waived.Waiver("third", "from: 2021-07-01", "to: 2021-07-31");
        Assert.Equal(RuleOutcome.Waived, Waived.Of("2021-07-15").Outcome(First, Second, third));
    }

    [Fact]
    public void A_waiver_for_another_version_that_ends_no_later_renews_nothing()
    {
        var other = Waived.Waiver("other", $"digest: {Waived.DigestOf("consent: false")}", "from: 2021-04-01", "to: 2021-06-29", "renews: first");
        var again = Waived.Waiver("again", "from: 2021-06-01", "to: 2021-06-29");
        Assert.Equal(RuleOutcome.Waived, Waived.Of().Outcome(First, other, again));
    }

    [Theory]
    [InlineData("2021-04-02", "", "PC935 `first` ends on 2021-03-31 and `second` begins on 2021-04-02, so one doesn't follow on the other; the waiver is void")]
    [InlineData("2021-04-01", "[only]", "PC935 `first` excuses something else, so `second` doesn't renew it; the waiver is void")]
    public void A_renewal_follows_on_what_it_renews(string from, string uses, string told)
    {
        var second = Waived.Waiver("second", $"from: {from}", "to: 2021-06-29", "renews: first", $"uses: {uses}");
        Assert.Equal([told], Waived.Of().Tells(First, second).Where(one => one.Contains(" PC935 ", StringComparison.Ordinal)).Select(one => one.Split(' ', 2)[1]));
        Assert.Equal(RuleOutcome.Fail, Waived.Of().Outcome(First, second));
    }

    [Fact]
    public void A_renewal_of_nothing_makes_the_file_invalid()
    {
        var register = Waived.Of().Register(First, Waived.Waiver("second", "renews: frist"));
        var diagnostic = Assert.Single(register.Diagnostics);
        Assert.Equal(("22:13 PC923 there is no waiver `frist`", "did you mean `first`?"), (Waived.Told(diagnostic), diagnostic.Cure));
    }

    [Fact]
    public void Waivers_that_renew_each_other_end_all_the_same() =>
        Assert.Equal(RuleOutcome.Fail, Waived.Of().Outcome(Waived.Waiver("a", "renews: b"), Waived.Waiver("b", "renews: a")));

    [Fact]
    public void What_was_renewed_is_not_told_to_be_over() => Assert.DoesNotContain(Waived.Of().Tells(First, Second), told => told.Contains("PC940", StringComparison.Ordinal));
}
