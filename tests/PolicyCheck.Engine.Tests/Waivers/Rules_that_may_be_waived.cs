using System.Globalization;
using PolicyCheck.Decisions;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Waivers;

public sealed class Rules_that_may_be_waived
{
    [Theory]
    [InlineData("{by: [A], citation: text}", "")]
    [InlineData("{by: [A, B], for: 12 weeks, renewals: 3, citation: \"text, section 3\"}", "")]
    [InlineData("{by: [A]}", "PC202")]
    [InlineData("{citation: text}", "PC202")]
    [InlineData("{by: [], citation: text}", "PC508")]
    [InlineData("{by: A, citation: text}", "PC203")]
    [InlineData("{by: [\"*\"], citation: text}", "PC510")]
    [InlineData("{by: [A], citation: memo}", "PC503")]
    [InlineData("{by: [A], for: 12 hours, citation: text}", "PC510")]
    [InlineData("{by: [A], for: 0 days, citation: text}", "PC510")]
    [InlineData("{by: [A], for: 30 working days, citation: text}", "PC510")]
    [InlineData("{by: [A], for: ever, citation: text}", "PC510")]
    [InlineData("{by: [A], renewals: -1, citation: text}", "PC510")]
    [InlineData("{by: [A], renewals: often, citation: text}", "PC510")]
    [InlineData("{by: [A], until: 2020-01-01, citation: text}", "PC201")]
    [InlineData("true", "PC203")]
    public void A_rule_says_who_may_waive_it_and_where_the_text_allows_that(string waivable, string codes)
    {
        var own = Example.Load(Example.RuleSet(Example.Rule("r", $"requires: {{police: false}}\nwaivable: {waivable}")));
        var ofSet = Example.Load(Example.RuleSet(Example.Rule("r", "requires: {police: false}"), other: $"waivable: {waivable}"));
        Assert.Equal(codes, string.Join(' ', own.Diagnostics.Select(one => one.Code)));
        Assert.Equal(codes, string.Join(' ', ofSet.Diagnostics.Select(one => one.Code)));
    }

    [Fact]
    public void A_permission_cannot_be_waived_and_what_a_rule_set_says_of_all_leaves_it_out()
    {
        var rules = Example.Rule("r", "prohibits: {police: true}") + Example.Rule("p", "permits: {consent: true}\noverrides: [r]");
        Assert.Equal(["PC510"], Example.Load(Example.RuleSet(rules + "  waivable: {by: [A], citation: text}")).Diagnostics.Select(one => one.Code));
        var set = Example.Load(Example.RuleSet(rules, other: "waivable: {by: [A], citation: text}")).RuleSets.Single();
        Assert.Equal([true, false], set.Rules.Select(rule => rule.Waivable is not null));
    }

    [Fact]
    public void A_rule_set_without_the_key_has_no_rule_that_may_be_waived() =>
        Assert.All(Example.Load(Example.RuleSet(Example.Rule("r", "prohibits: {police: true}"))).RuleSets.Single().Rules, rule => Assert.Null(rule.Waivable));

    [Theory]
    [InlineData("for: 90 days", "2021-06-01", "2021-08-29")]
    [InlineData("for: 1 day", "2021-06-01", "2021-06-01")]
    [InlineData("for: 2 weeks", "2021-06-01", "2021-06-14")]
    [InlineData("for: 1 month", "2021-01-31", "2021-02-28")]
    [InlineData("for: 1 month", "2021-02-01", "2021-02-28")]
    [InlineData("for: 1 year", "2020-02-29", "2021-02-28")]
    [InlineData("for: 1 year", "2021-01-01", "2021-12-31")]
    [InlineData("for: 1000 years", "9999-06-01", "9999-12-31")]
    [InlineData("for: 9999999 days", "2021-06-01", "9999-12-31")]
    public void The_longest_waiver_counts_its_first_and_its_last_day(string length, string from, string last) =>
        Assert.Equal(last, Of($"by: [A], {length}, citation: text").LastDay(Example.Day(from))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void Without_a_length_only_the_waiver_itself_sets_its_end() => Assert.Null(Of("by: [A], citation: text").LastDay(Example.Day(Waived.Today)));

    [Theory]
    [InlineData("by: [A], citation: text", "by the A, for as long as the waiver says, without renewal")]
    [InlineData("by: [A, B, C], for: 90 days, renewals: 2, citation: text", "by the A, B or C, for at most 90 days, renewed at most twice")]
    public void It_is_explained_in_words(string waivable, string expected) => Assert.Equal(expected, WaivabilityText.Phrase(Of(waivable)));

    [Fact]
    public void Who_may_waive_a_rule_is_part_of_what_it_means_and_how_it_is_cited_is_not()
    {
        string[] digests = [.. new[] { "", "waivable: {by: [A], citation: text}", "waivable: {by: [B], citation: text}", "waivable: {by: [A], for: 1 day, citation: text}", "waivable: {by: [A], renewals: 1, citation: text}", "waivable: {by: [A], citation: \"text, 2\"}" }
            .Select(line => Example.Load(Example.RuleSet(Example.Rule("r", $"requires: {{police: false}}\n{line}"))).RuleSets.Single())
            .Select(set => RuleDigest.Of(set, set.Rules.Single()))];
        Assert.Equal(5, digests.Distinct().Count());
        Assert.Equal(digests[1], digests[5]);
    }

    private static Waivability Of(string waivable) =>
        Example.Load(Example.RuleSet(Example.Rule("r", $"requires: {{police: false}}\nwaivable: {{{waivable}}}"))).RuleSets.Single().Rules.Single().Waivable!;
}
