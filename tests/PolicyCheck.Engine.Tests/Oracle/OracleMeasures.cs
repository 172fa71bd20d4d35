using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

/// <summary>Measures over rows: computed for every choice of the rows that may or may not be meant, then taken together.</summary>
internal static class OracleMeasures
{
    public static Span? Of(Measure measure, FactDeclaration fact, List<ImmutableArray<Value?>> meant, List<ImmutableArray<Value?>> perhaps)
    {
        Span? all = null;
        for (var choice = 0; choice < 1 << perhaps.Count; choice++)
        {
            var rows = meant.Concat(perhaps.Where((_, i) => ((choice >> i) & 1) == 1)).Select(row => new OracleRow(row, fact)).ToList();
            if (One(measure, rows, isOpen: perhaps.Count > 0) is not { } span)
            {
                return null;
            }

            all = all is not { } known ? span : new(Least(known.Least, span.Least), known.Most is { } left && span.Most is { } right ? Most(left, right) : null);
        }

        return all;
    }

    private static Span? One(Measure measure, List<OracleRow> rows, bool isOpen) => measure switch
    {
        Measure.Count => Span.Exactly(new(rows.Count, 1)),
        Measure.HighestRate => Highest([.. rows.Select(row => row.Rate)]),
        Measure.HighestUpperBound => Highest([.. rows.Select(row => row.UpperBound)]),
        Measure.FewestTrials => Lowest([.. rows.Select(row => row.Trials)]),
        Measure.FewestErrors => Lowest([.. rows.Select(row => row.Errors)]),
        Measure.Ratio => Ratio(rows, isOpen),
        _ => isOpen ? null : Gini([.. rows.Select(row => row.Rate)]),
    };

    // Of numbers that are partly missing the highest is no less than the highest stated, and the lowest no more than the lowest.
    private static Span? Highest(List<Rational?> numbers) =>
        numbers.Max() is { } known ? new(known, numbers.Contains(null) ? null : known) : null;

    private static Span? Lowest(List<Rational?> numbers) =>
        numbers.Min() is { } known ? new(numbers.Contains(null) ? Rational.Zero : known, known) : null;

    // A rate of zero is only known to lie below its bound, so the ratio is only known to lie above what follows from it.
    private static Span? Ratio(List<OracleRow> rows, bool isOpen)
    {
        var highest = rows.Max(row => row.Rate);
        var lowest = rows.Where(row => row.Rate is not null).Min(row => row.Rate > Rational.Zero ? row.Rate : row.UpperBound);
        if (highest is not { } high || lowest is not { } low || high <= Rational.Zero)
        {
            return null;
        }

        var isExact = !isOpen && rows.TrueForAll(row => row.Rate > Rational.Zero);
        return new(Most(Rational.One, high / low), isExact ? high / low : null);
    }

    private static Span? Gini(List<Rational?> rates)
    {
        if (rates.Count < 2 || rates.Contains(null) || rates.TrueForAll(rate => rate == Rational.Zero))
        {
            return null;
        }

        var count = new Rational(rates.Count, 1);
        var known = rates.Select(rate => rate!.Value).ToList();
        var mean = known.Aggregate(Rational.Zero, (sum, rate) => sum + rate) / count;
        var apart = known.SelectMany(left => known.Select(right => (left - right).Magnitude())).Aggregate(Rational.Zero, (sum, one) => sum + one);
        var raw = apart / (new Rational(2, 1) * count * count * mean);
        return Span.Exactly(raw * count / (count - Rational.One));
    }

    private static Rational Least(Rational left, Rational right) => left < right ? left : right;

    private static Rational Most(Rational left, Rational right) => left > right ? left : right;

    private sealed class OracleRow(ImmutableArray<Value?> row, FactDeclaration fact)
    {
        public Rational? Trials => Number("trials");

        public Rational? Errors => Number("errors");

        public Rational? Rate => Trials is { } trials && trials > Rational.Zero && Errors is { } errors ? errors / trials : Number("rate");

        public Rational? UpperBound =>
            Trials is { } trials && trials > Rational.Zero && Errors is { } errors ? OracleBounds.Upper((int)errors.Numerator, (int)trials.Numerator) : null;

        private Rational? Number(string role) =>
            fact.Fields.SingleOrDefault(field => field.Role == role) is { } field && row[field.Slot] is NumberValue number ? Rational.Of(number.Number) : null;
    }
}
