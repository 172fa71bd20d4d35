using PolicyCheck.Assessments;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Evaluation;

public sealed class Places
{
    [Theory]
    [InlineData("[US-OR/portland]", "US", Truth.True)]
    [InlineData("[US-OR/portland]", "US-OR", Truth.True)]
    [InlineData("[US-OR/portland]", "US-OR/portland", Truth.True)]
    [InlineData("[US-OR/portland]", "world", Truth.True)]
    [InlineData("[US-OR/portland]", "US-CA", Truth.False)]
    [InlineData("[US-OR]", "US-OR/portland", Truth.Unknown)]
    [InlineData("[US]", "US-OR/portland", Truth.Unknown)]
    [InlineData("[world]", "US", Truth.Unknown)]
    [InlineData("[DE]", "US-OR/portland", Truth.False)]
    [InlineData("[US-OR/portland-heights]", "US-OR/portland", Truth.False)]
    [InlineData("[US-OR/portland]", "US-OR/portland-heights", Truth.False)]
    [InlineData("[DE, US-OR]", "US-OR", Truth.True)]
    [InlineData("[DE, US]", "US-OR", Truth.Unknown)]
    [InlineData("[DE, US]", "[FR, DE]", Truth.True)]
    public void A_place_lies_within_what_its_code_begins_with_and_a_coarse_one_perhaps(string stated, string asked, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{places: {{within: {asked}}}}}", $"places: {stated}"));

    [Theory]
    [InlineData("[US-OR, US-CA]", "US", Truth.True)]
    [InlineData("[US-OR, DE]", "US", Truth.False)]
    [InlineData("[US-OR, US]", "US-OR", Truth.Unknown)]
    [InlineData("[US-OR, DE]", "[US, EU]", Truth.True)]
    public void Only_asks_that_every_place_lies_within(string stated, string asked, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{places: {{only: {asked}}}}}", $"places: {stated}"));

    [Theory]
    [InlineData("2020-12-31", Truth.True)]
    [InlineData("2021-01-01", Truth.False)]
    public void A_group_has_the_members_of_the_day(string asOf, Truth truth) =>
        Assert.Equal(truth, Example.Truth("{places: EU}", "places: [GB]", asOf));

    [Theory]
    [InlineData("2020-12-31", "Evaluated")]
    [InlineData("2021-01-01", "Elsewhere")]
    public void A_law_of_a_group_leaves_a_country_with_it(string asOf, string reason) =>
        Assert.Equal(reason, Example.Finding("places: [GB-ENG]", "requires: {consent: true}", asOf, places: "[EU]").Reason.ToString());

    [Fact]
    public void A_law_of_a_town_is_open_where_only_the_state_is_stated()
    {
        var finding = Example.Finding("places: [US-OR]\nconsent: false", "requires: {consent: true}", places: "[US-OR/portland]");
        Assert.Equal(RuleOutcome.Indeterminate, finding.Outcome);
        Assert.Equal(["places"], Example.Missing(finding));
    }
}
