using System.Numerics;
using PolicyCheck.Evaluation;
using PolicyCheck.Tests.Oracle;
using PolicyCheck.Values;
using static PolicyCheck.Values.Truth;

namespace PolicyCheck.Tests.Evaluation;

/// <summary>The audits are those of Raji and Buolamwini (2019) on the Pilot Parliaments Benchmark.</summary>
public sealed class Measures
{
    private const string Amazon = "results: [{group: DF, trials: 271, errors: 85}, {group: DM, trials: 318, errors: 4}, {group: LF, trials: 295, errors: 21}, {group: LM, trials: 386, errors: 0}]";
    private const string Ibm = "results: [{group: DF, trials: 271, errors: 46}, {group: DM, trials: 318, errors: 2}, {group: LF, trials: 295, errors: 7}, {group: LM, trials: 386, errors: 1}]";
    private const string GenderShadesIbm = "results: [{rate: 34.7 %}, {rate: 12 %}, {rate: 7.1 %}, {rate: 0.3 %}]";
    private const string National = "results: [{group: white, rate: 0.04 %}, {group: Asian, rate: 4 %}, {group: Black, rate: 5.5 %}]";

    [Theory]
    [InlineData(Amazon, "gini: {atLeast: 0.8375, lessThan: 0.8385}")]
    [InlineData(Ibm, "gini: {atLeast: 0.8545, lessThan: 0.8555}")]
    [InlineData(Ibm, "ratio: {atLeast: 65.2, lessThan: 65.6}")]
    [InlineData(Amazon, "ratio: {moreThan: 40}")]
    [InlineData(Amazon, "highestRate: {atLeast: 31.36 %, atMost: 31.37 %}")]
    [InlineData(Amazon, "highestUpperBound: {moreThan: 36 %, lessThan: 37 %}")]
    [InlineData(Amazon, "fewestTrials: 271")]
    [InlineData(Amazon, "fewestErrors: 0")]
    [InlineData(Amazon, "count: 4")]
    [InlineData(Amazon, "where: {group: LM}, highestRate: 0")]
    [InlineData(Amazon, "where: {group: LM}, highestUpperBound: {moreThan: 0.77 %, lessThan: 0.78 %}")]
    [InlineData(GenderShadesIbm, "highestRate: {is: 34.7 %}")]
    [InlineData(GenderShadesIbm, "ratio: {moreThan: 115, lessThan: 116}")]
    [InlineData(National, "ratio: {is: 137.5}")]
    [InlineData(National, "gini: {atLeast: 0.5715, lessThan: 0.5725}")]
    [InlineData("results: [{rate: 5 %}, {rate: 5 %}, {rate: 5 %}]", "gini: 0")]
    [InlineData("results: [{rate: 100 %}, {rate: 0}, {rate: 0}, {rate: 0}]", "gini: 1")]
    [InlineData("results: [{trials: 535, errors: 28}]", "highestRate: {atLeast: 5.23 %, atMost: 5.24 %}")]
    [InlineData("results: [{trials: 3, errors: 1}]", "highestRate: {is: 1 in 3}")]
    [InlineData("results: [{trials: 3, errors: 2}, {trials: 3, errors: 1}]", "ratio: {is: 2, atMost: 2}")]
    [InlineData("results: [{trials: 3, errors: 1}, {trials: 6, errors: 2}, {trials: 9, errors: 3}]", "ratio: {is: 1}, gini: {is: 0}")]
    public void Published_audits_measure_as_published(string facts, string test) =>
        Assert.Equal(True, Example.Truth($"{{results: {{{test}}}}}", facts));

    [Theory]
    [InlineData(Amazon, "ratio: {atMost: 100}", Unknown)]
    [InlineData(Amazon, "ratio: {atMost: 40}", False)]
    [InlineData("results: [{rate: 5 %}, {rate: 0}]", "ratio: {atMost: 10}", Unknown)]
    [InlineData("results: [{rate: 0}, {rate: 0}]", "ratio: {atMost: 10}", Unknown)]
    [InlineData("results: [{rate: 0}, {rate: 0}]", "gini: {atMost: 1}", Unknown)]
    [InlineData("results: [{rate: 5 %}]", "gini: {atMost: 1}", Unknown)]
    [InlineData("results: [{rate: 5 %}, {group: x}]", "gini: {atMost: 1}", Unknown)]
    [InlineData("results: [{rate: 5 %}, {group: x}]", "highestRate: {atMost: 5 %}", Unknown)]
    [InlineData("results: [{rate: 5 %}, {group: x}]", "highestRate: {atMost: 4 %}", False)]
    [InlineData("results: [{rate: 5 %}]", "highestUpperBound: {atMost: 100 %}", Unknown)]
    [InlineData("results: [{trials: 0, errors: 0}]", "highestRate: {atMost: 100 %}", Unknown)]
    [InlineData("results: [{trials: 0, errors: 0, rate: 5 %}]", "highestRate: {is: 5 %}", True)]
    public void What_the_rows_leave_open_stays_open(string facts, string test, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{results: {{{test}}}}}", facts));

    [Theory]
    [InlineData(20, "13 %", False)]
    [InlineData(20, "14 %", True)]
    [InlineData(2_994, "1 in 1000", False)]
    [InlineData(2_995, "1 in 1000", True)]
    [InlineData(3_000, "1 in 1000", True)]
    public void No_error_in_few_trials_is_not_no_error(int trials, string limit, Truth truth) =>
        Assert.Equal(truth, Example.Truth($"{{results: {{highestUpperBound: {{atMost: {limit}}}}}}}", $"results: [{{trials: {trials}, errors: 0}}]"));

    [Fact]
    public void The_bound_is_that_of_Clopper_and_Pearson_on_one_side()
    {
        // R: binom.test(5, 100, alternative = "less")$conf.int and, for two sides, 0.1128 instead.
        Assert.Equal(0.1023m, decimal.Round(BinomialBound.Upper(5, 100), 4));
        Assert.Equal(1 - Math.Pow(0.05, 1.0 / 300), (double)BinomialBound.Upper(0, 300), 1e-11);
        Assert.Equal(1m, BinomialBound.Upper(7, 7));
        Assert.Equal(0.95m, BinomialBound.Upper(0, 1));
    }

    [Fact]
    public void The_bound_is_the_least_rate_that_exact_arithmetic_allows()
    {
        var step = new Rational(1, 500_000_000_000);
        foreach (var trials in Enumerable.Range(1, 25).Concat([60, 101, 386]))
        {
            foreach (var errors in Enumerable.Range(0, trials).Where(errors => trials <= 25 || errors % 17 == 0))
            {
                var bound = Rational.Of(BinomialBound.Upper(errors, trials));
                Assert.True(AtMost(errors, trials, bound) <= new Rational(1, 20), $"{errors} of {trials}: the bound is too low");
                Assert.True(AtMost(errors, trials, bound - step) > new Rational(1, 20), $"{errors} of {trials}: the bound is too high");
            }
        }
    }

    private static Rational AtMost(int errors, int trials, Rational rate)
    {
        // Over one denominator, so that nothing needs to be reduced on the way.
        var (kept, all) = (rate.Denominator - rate.Numerator, rate.Denominator);
        var (sum, choose) = (BigInteger.Zero, BigInteger.One);
        for (var k = 0; k <= errors; k++)
        {
            sum += choose * BigInteger.Pow(rate.Numerator, k) * BigInteger.Pow(kept, trials - k);
            choose = choose * (trials - k) / (k + 1);
        }

        return new(sum, BigInteger.Pow(all, trials));
    }
}
