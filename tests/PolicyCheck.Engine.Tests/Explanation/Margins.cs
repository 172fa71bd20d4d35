using System.Globalization;
using PolicyCheck.Assessments;
using PolicyCheck.Explanation;

namespace PolicyCheck.Tests.Explanation;

public sealed class Margins
{
    [Theory]
    [InlineData("threshold: 98.6 %", "threshold: {atLeast: 99 %}", "threshold is 98.6 %: 0.4 percentage points below the floor of 99 %")]
    [InlineData("threshold: 99.5 %", "threshold: {atLeast: 99 %}", "threshold is 99.5 %: 0.5 percentage points above the floor of 99 %")]
    [InlineData("threshold: 99 %", "threshold: {atLeast: 99 %}", "threshold is 99 %: exactly the floor of 99 %, which is still within it")]
    [InlineData("threshold: 99 %", "threshold: {moreThan: 99 %}", "threshold is 99 %: exactly the floor of 99 %, which is no longer within it")]
    [InlineData("retention: 32 days", "retention: {atMost: 30 days}", "retention is 32 days: 2 days over the limit of 30 days")]
    [InlineData("retention: 29 days", "retention: {atMost: 30 days}", "retention is 29 days: 1 day under the limit of 30 days")]
    [InlineData("retention: 36 hours", "retention: {atMost: 1 day}", "retention is 36 hours: 43200 seconds over the limit of 1 day")]
    [InlineData("retention: 3 years", "retention: {atMost: 18 months}", "retention is 3 years: 18 months over the limit of 18 months")]
    [InlineData("retention: 40 days", "retention: {atMost: 1 month}", "retention is 40 days: at least 9 days over the limit of 1 month")]
    [InlineData("notice: 3 working days", "notice: {atLeast: 5 working days}", "notice is 3 working days: 2 working days below the floor of 5 working days")]
    [InlineData("cameras: 12", "cameras: {lessThan: 10}", "cameras is 12: 2 over the limit of 10")]
    [InlineData("price: 7.5", "price: {atMost: 7}", "price is 7.5 EUR: 0.5 EUR over the limit of 7 EUR")]
    [InlineData("tested: 2020-06-05", "tested: {within: 12 months}", "tested is 2020-06-05: 10 days before the day 2020-06-15 (12 months before 2021-06-15)")]
    [InlineData("tested: 2020-06-05", "tested: {onOrAfter: 2020-06-01}", "tested is 2020-06-05: 4 days after the day 2020-06-01")]
    [InlineData("tested: 2020-06-01", "tested: {before: 2020-06-01}", "tested is 2020-06-01: exactly the day 2020-06-01, which is no longer within it")]
    [InlineData("results: [{group: a, trials: 100, errors: 3}]", "results: {highestRate: {atMost: 1 %}}", "the highest error rate in results is 3 %: 2 percentage points over the limit of 1 %")]
    public void A_margin_says_how_far_and_on_which_side(string facts, string test, string phrase) =>
        Assert.Equal([phrase], Of(Example.Finding(facts, $"requires: {{{test}}}")));

    [Fact]
    public void The_nearest_to_its_limit_comes_first() => Assert.Equal(
        ["cameras", "threshold"],
        new FindingMargins(Example.Load().Vocabulary, Example.Day(Example.Today))
            .Of(Example.Finding("threshold: 50 %\ncameras: 101", "requires: {threshold: {atLeast: 99 %}, cameras: {atMost: 100}}"))
            .Select(margin => margin.Test.Fact.Path));

    [Fact]
    public void What_made_a_rule_speak_has_a_margin_too() =>
        Assert.Equal(["cameras is 12: 2 above the floor of 10"], Of(Example.Finding("cameras: 12", "prohibits: {cameras: {atLeast: 10}}")));

    [Fact]
    public void A_rule_that_is_open_or_does_not_speak_has_none()
    {
        Assert.Empty(Of(Example.Finding("cameras: 2", "requires: {cameras: {atLeast: 1}, threshold: {atLeast: 99 %}}")));
        Assert.Empty(Of(Example.Finding("cameras: 2", "when: {cameras: {atLeast: 3}}\nrequires: {consent: true}")));
    }

    [Fact]
    public void A_limit_is_that_of_the_day()
    {
        const string parameters = "parameters: {floor: {meaning: the floor, values: [{until: 2021-01-01, value: 98 %}, {from: 2021-01-01, value: 99 %}]}}";
        foreach (var (day, limit) in new[] { ("2020-12-31", "98"), ("2021-01-01", "99") })
        {
            var finding = Example.Finding("threshold: 97 %", "requires: {threshold: {atLeast: $floor}}", day, parameters);
            Assert.Equal($"{limit} %", Assert.Single(new FindingMargins(Example.Load().Vocabulary, DateOnly.Parse(day, CultureInfo.InvariantCulture)).Of(finding)).Limit);
        }
    }

    private static IEnumerable<string> Of(Finding finding) => new FindingMargins(Example.Load().Vocabulary, Example.Day(Example.Today)).Of(finding).Select(MarginText.Phrase);
}
