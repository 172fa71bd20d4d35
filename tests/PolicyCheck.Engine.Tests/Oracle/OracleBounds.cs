using System.Collections.Concurrent;

namespace PolicyCheck.Tests.Oracle;

/// <summary>The exact one-sided 95 % upper bound of an error rate, by direct summation of the binomial distribution.</summary>
internal static class OracleBounds
{
    private static readonly ConcurrentDictionary<(int Errors, int Trials), Rational> Known = new();

    public static Rational Upper(int errors, int trials) => Known.GetOrAdd((errors, trials), static key => Find(key.Errors, key.Trials));

    private static Rational Find(int errors, int trials)
    {
        if (errors == trials)
        {
            return Rational.One;
        }

        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = AtMost(errors, trials, middle) > 0.05 ? (middle, high) : (low, middle);
        }

        return Rational.Of(Math.Ceiling((decimal)high * 1_000_000_000_000m) / 1_000_000_000_000m);
    }

    private static double AtMost(int errors, int trials, double rate)
    {
        var (sum, logChoose) = (0.0, 0.0);
        for (var k = 0; k <= errors; k++)
        {
            sum += Math.Exp(logChoose + (k * Math.Log(rate)) + ((trials - k) * Math.Log(1 - rate)));
            logChoose += Math.Log(trials - k) - Math.Log(k + 1);
        }

        return sum;
    }
}
