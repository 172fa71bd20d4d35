namespace PolicyCheck.Evaluation;

/// <summary>
/// One-sided 95 % upper confidence bounds of an error rate: exact (Clopper and Pearson 1934) up to 10,000 errors, beyond
/// that the score bound (Wilson 1927), which then differs by less than a thousandth of itself. They are computed with
/// operations that IEEE 754 rounds in one way only, so that every machine gives the same digits.
/// </summary>
public static class BinomialBound
{
    private const double Significance = 0.05;
    private const double Negligible = 1e-18;
    private const double Quantile = 1.6448536269514722;
    private const long MostExactErrors = 10_000;

    /// <summary>The highest rate under which so few errors would still occur in five of a hundred evaluations; 1 where every trial was an error.</summary>
    /// <param name="errors">The errors seen, from zero to <paramref name="trials"/>.</param>
    /// <param name="trials">The independent trials, at least one.</param>
    public static decimal Upper(long errors, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(errors);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        if (errors >= trials)
        {
            return 1;
        }

        if (Math.Min(errors, trials - errors) > MostExactErrors)
        {
            return Rounded(Score((double)errors / trials, trials));
        }

        // The bound lies within two standard deviations of the errors and a few more; ten keep the search, and its sums, short for any number of trials.
        var (low, high) = ((double)errors / trials, Math.Min(1, (errors + (10 * Math.Sqrt(errors + 1)) + 30) / trials));
        for (var step = 0; step < 60; step++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = AtMost(errors, trials, middle) > Significance ? (middle, high) : (low, middle);
        }

        return Rounded(high);
    }

    private static decimal Rounded(double bound) => decimal.Round((decimal)bound, 12, MidpointRounding.ToPositiveInfinity);

    private static double Score(double rate, double trials)
    {
        const double square = Quantile * Quantile;
        var spread = Quantile * Math.Sqrt((rate * (1 - rate) / trials) + (square / (4 * trials * trials)));
        return (rate + (square / (2 * trials)) + spread) / (1 + (square / trials));
    }

    // The probability of at most so many errors, summed outwards from the likeliest number so that nothing underflows.
    private static double AtMost(long errors, long trials, double rate)
    {
        var mode = (long)Math.Min(trials, Math.Floor((trials + 1) * rate));
        var odds = rate / (1 - rate);
        var (all, wanted) = (1.0, mode <= errors ? 1.0 : 0.0);
        var term = 1.0;
        for (var k = mode; k > 0 && term > Negligible; k--)
        {
            term *= k / ((trials - k + 1) * odds);
            all += term;
            wanted += k - 1 <= errors ? term : 0;
        }

        term = 1.0;
        for (var k = mode + 1; k <= trials && term > Negligible; k++)
        {
            term *= (trials - k + 1) * odds / k;
            all += term;
            wanted += k <= errors ? term : 0;
        }

        return wanted / all;
    }
}
