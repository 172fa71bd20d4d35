using PolicyCheck.Values;

namespace PolicyCheck.Tests.Evaluation;

public sealed class Rows
{
    [Theory]
    [InlineData("[]", "each: {rate: {atMost: 1 %}}", Truth.False)]
    [InlineData("[]", "some: {rate: {atMost: 1 %}}", Truth.False)]
    [InlineData("[]", "count: 0", Truth.True)]
    [InlineData("[]", "highestRate: {atMost: 1}", Truth.Unknown)]
    [InlineData("[{rate: 1 %}, {rate: 2 %}]", "each: {rate: {atMost: 2 %}}", Truth.True)]
    [InlineData("[{rate: 1 %}, {rate: 2 %}]", "each: {rate: {atMost: 1 %}}", Truth.False)]
    [InlineData("[{rate: 1 %}, {rate: 2 %}]", "some: {rate: {atMost: 1 %}}", Truth.True)]
    [InlineData("[{rate: 1 %}, {group: a}]", "each: {rate: {atMost: 1 %}}", Truth.Unknown)]
    [InlineData("[{rate: 2 %}, {group: a}]", "each: {rate: {atMost: 1 %}}", Truth.False)]
    [InlineData("[{rate: 1 %}, {group: a}]", "some: {rate: {atMost: 1 %}}", Truth.True)]
    [InlineData("[{rate: 2 %}, {group: a}]", "some: {rate: {atMost: 1 %}}", Truth.Unknown)]
    [InlineData("[{rate: 2 %}, {group: a}]", "some: {rate: {known: false}}", Truth.True)]
    public void A_row_that_lacks_a_field_leaves_open_what_depends_on_it(string rows, string test, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{results: {{{test}}}}}", $"results: {rows}"));

    [Theory]
    [InlineData("where: {group: a}, each: {rate: {atMost: 1 %}}", Truth.True)]
    [InlineData("where: {group: b}, each: {rate: {atMost: 1 %}}", Truth.False)]
    [InlineData("where: {group: c}, each: {rate: {atMost: 1 %}}", Truth.False)]
    [InlineData("where: {group: a}, count: 1", Truth.True)]
    [InlineData("where: {group: c}, count: 0", Truth.True)]
    [InlineData("where: {group: c}, highestRate: {atMost: 1}", Truth.Unknown)]
    [InlineData("where: {group: [a, b]}, highestRate: {is: 5 %}", Truth.True)]
    public void Where_says_which_rows_are_meant(string test, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{results: {{{test}}}}}", "results: [{group: a, rate: 1 %}, {group: b, rate: 5 %}]"));

    [Theory]
    [InlineData("count: {atLeast: 1}", Truth.True)]
    [InlineData("count: {atMost: 2}", Truth.True)]
    [InlineData("count: {is: 1}", Truth.Unknown)]
    [InlineData("highestRate: {atLeast: 5 %}", Truth.True)]
    [InlineData("highestRate: {moreThan: 7 %}", Truth.Unknown)]
    [InlineData("highestRate: {atMost: 9 %}", Truth.True)]
    [InlineData("each: {rate: {atMost: 5 %}}", Truth.Unknown)]
    [InlineData("each: {rate: {atMost: 9 %}}", Truth.True)]
    public void A_row_that_is_perhaps_meant_counts_both_ways(string test, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{results: {{where: {{group: a}}, {test}}}}}", "results: [{group: a, rate: 5 %}, {rate: 9 %}, {group: b, rate: 50 %}]"));

    [Theory]
    [InlineData("highestRate: {atMost: 9 %}")]
    [InlineData("highestUpperBound: {atMost: 90 %}")]
    [InlineData("fewestTrials: {atLeast: 1}")]
    [InlineData("fewestErrors: {atMost: 9}")]
    [InlineData("ratio: {atLeast: 1}")]
    [InlineData("gini: {atMost: 1}")]
    public void A_measure_is_unknown_where_perhaps_no_row_is_meant(string test) =>
        Assert.Equal(Truth.Unknown, Example.Truth($"{{results: {{where: {{group: a}}, {test}}}}}", "results: [{trials: 100, errors: 9}]"));
}
