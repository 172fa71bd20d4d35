using PolicyCheck.Values;
using static PolicyCheck.Values.Truth;

namespace PolicyCheck.Tests.Evaluation;

public sealed class Lengths_of_time
{
    [Theory]
    [InlineData("1 year", "is: 12 months", True)]
    [InlineData("1 year", "is: 365 days", Unknown)]
    [InlineData("1 year", "is: 366 days", Unknown)]
    [InlineData("1 year", "is: 367 days", False)]
    [InlineData("1 year", "atLeast: 365 days", True)]
    [InlineData("1 year", "atLeast: 366 days", Unknown)]
    [InlineData("1 year", "atMost: 365 days", Unknown)]
    [InlineData("1 year", "atMost: 366 days", True)]
    [InlineData("1 year", "lessThan: 365 days", False)]
    [InlineData("1 year", "moreThan: 366 days", False)]
    [InlineData("364 days", "lessThan: 1 year", True)]
    [InlineData("4 years", "atMost: 1461 days", True)]
    [InlineData("4 years", "atLeast: 1460 days", True)]
    [InlineData("4 years", "atLeast: 1461 days", Unknown)]
    [InlineData("1 month", "atLeast: 28 days", True)]
    [InlineData("1 month", "atMost: 30 days", Unknown)]
    [InlineData("1 month", "atMost: 31 days", True)]
    [InlineData("24 hours", "is: 1 day", True)]
    [InlineData("2 weeks", "is: 14 days", True)]
    [InlineData("1500 ms", "is: 1.5 seconds", True)]
    [InlineData("18 months", "moreThan: 1 year", True)]
    public void Months_have_the_length_that_the_calendar_leaves_open(string stated, string test, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{retention: {{{test}}}}}", $"retention: {stated}"));

    [Theory]
    [InlineData("{retention: {atMost: 10 working days}}")]
    [InlineData("{notice: {atLeast: 10 days}}")]
    [InlineData("{notice: {atLeast: 1.5 working days}}")]
    [InlineData("{retention: {atMost: 1.5 years}}")]
    [InlineData("{retention: {atMost: 30}}")]
    public void A_length_that_does_not_compare_is_refused_when_loaded(string condition) =>
        Assert.Contains(Facts.FactsCodes.BadDuration, Example.Problems(condition));

    [Theory]
    [InlineData("2021-06-15", True)]
    [InlineData("2020-06-15", True)]
    [InlineData("2020-06-14", False)]
    [InlineData("2021-06-16", False)]
    public void Within_is_at_most_so_long_before_the_day_asked_about_and_not_after_it(string tested, Truth truth) =>
        Assert.Equal(truth, Example.Truth("{tested: {within: 12 months}}", $"tested: {tested}", "2021-06-15"));

    [Theory]
    [InlineData("12 months", "2024-02-29", "2023-02-28", True)]
    [InlineData("12 months", "2024-02-29", "2023-02-27", False)]
    [InlineData("4 years", "2024-02-29", "2020-02-29", True)]
    [InlineData("4 years", "2024-02-29", "2020-02-28", False)]
    [InlineData("365 days", "2024-12-31", "2024-01-01", True)]
    [InlineData("365 days", "2024-12-31", "2023-12-31", False)]
    [InlineData("1 year", "2024-12-31", "2023-12-31", True)]
    [InlineData("1 month", "2021-03-31", "2021-02-28", True)]
    [InlineData("36 hours", "2021-03-03", "2021-03-01", True)]
    [InlineData("36 hours", "2021-03-04", "2021-03-01", False)]
    public void Within_minds_leap_days_and_short_months(string span, string asOf, string tested, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{tested: {{within: {span}}}}}", $"tested: {tested}", asOf));
}
