using System.Diagnostics;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Evaluation;

public sealed class Numbers_and_texts
{
    [Theory]
    [InlineData("0.98", Truth.True)]
    [InlineData("98 %", Truth.True)]
    [InlineData("98%", Truth.True)]
    [InlineData("49 in 50", Truth.True)]
    [InlineData("0.9800", Truth.True)]
    [InlineData("97.9 %", Truth.False)]
    [InlineData("1 in 98", Truth.False)]
    public void Ninety_eight_per_cent_is_0_98(string stated, Truth truth) =>
        Assert.Equal(truth, Example.Truth("{threshold: {atLeast: 98 %}}", $"threshold: {stated}"));

    [Theory]
    [InlineData("{threshold: {atLeast: 98}}")]
    [InlineData("{cameras: {atLeast: 98 %}}")]
    [InlineData("{cameras: {atLeast: 1.5}}")]
    [InlineData("{price: 5 %}")]
    public void Ninety_eight_is_no_ratio_and_a_percentage_no_count(string condition) =>
        Assert.Contains(Facts.FactsCodes.BadNumber, Example.Problems(condition));

    [Theory]
    [InlineData("A.*n", "Amazon", Truth.True)]
    [InlineData("maz", "Amazon", Truth.False)]
    [InlineData("a.*n", "Amazon", Truth.False)]
    [InlineData("Ama|zon", "Amazon", Truth.False)]
    [InlineData("Amazon$|x", "Amazon", Truth.True)]
    [InlineData("[A-Z]+", "ÀB", Truth.False)]
    public void A_pattern_describes_the_whole_text(string pattern, string text, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{vendor: {{matches: '{pattern}'}}}}", $"vendor: '{text}'"));

    [Fact]
    public void A_line_break_at_the_end_belongs_to_the_text() =>
        Assert.Equal(Truth.False, Example.Truth("{vendor: {matches: 'Amazon'}}", "vendor: \"Amazon\\n\""));

    [Theory]
    [InlineData("(?=a)a")]
    [InlineData("(a)\\1")]
    [InlineData("a)|(b")]
    [InlineData("(")]
    public void A_pattern_that_backtracks_or_reaches_out_of_its_group_is_refused_when_loaded(string pattern) =>
        Assert.Contains(Conditions.ConditionCodes.BadPattern, Example.Problems($"{{vendor: {{matches: '{pattern}'}}}}"));

    [Fact]
    public void A_pattern_that_would_explode_takes_time_linear_in_the_text()
    {
        var clock = Stopwatch.StartNew();
        Assert.Equal(Truth.False, Example.Truth("{vendor: {matches: '(a+)+(a|aa)*b'}}", $"vendor: {new string('a', 5_000)}c"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "a backtracking engine would take longer than the universe is old");
    }
}
