using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>Measures over rows of results, as the ranges in which what the rows leave open lets them lie.</summary>
public static class RowMeasures
{
    /// <summary>A measure over rows; null where nothing can be said.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="fact">The list's declaration, whose fields carry the roles.</param>
    /// <param name="rows">The rows, each with whether it is selected.</param>
    public static NumberRange? Of(Measure measure, FactDeclaration fact, ImmutableArray<SelectedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var sure = rows.Count(row => row.Selected == Truth.True);
        var possible = rows.Count(row => row.Selected != Truth.False);
        if (measure == Measure.Count)
        {
            return new(sure, possible);
        }

        // Where it may be that no row is meant, it may be that there is nothing to measure.
        if (sure == 0)
        {
            return null;
        }

        return measure switch
        {
            Measure.HighestRate => Highest(rows, row => Rate(row, fact)),
            Measure.HighestUpperBound => Highest(rows, row => UpperBound(row, fact)),
            Measure.FewestTrials => Lowest(rows, row => Number(row, fact, "trials")),
            Measure.FewestErrors => Lowest(rows, row => Number(row, fact, "errors")),
            Measure.Ratio => Ratio(rows, fact),
            _ => Gini(rows, fact),
        };
    }

    /// <summary>A row's error rate: errors by trials where both are stated, else the rate stated; null where neither is.</summary>
    /// <param name="row">The row.</param>
    /// <param name="fact">The list's declaration.</param>
    public static decimal? Rate(ImmutableArray<Value?> row, FactDeclaration fact) =>
        Number(row, fact, "errors") is { } errors && Number(row, fact, "trials") is > 0 and { } trials ? errors / trials : Number(row, fact, "rate");

    /// <summary>The upper confidence bound of a row's error rate; null where errors or trials aren't stated.</summary>
    /// <param name="row">The row.</param>
    /// <param name="fact">The list's declaration.</param>
    public static decimal? UpperBound(ImmutableArray<Value?> row, FactDeclaration fact) =>
        Number(row, fact, "errors") is { } errors && Number(row, fact, "trials") is > 0 and <= long.MaxValue and { } trials
            ? BinomialBound.Upper((long)errors, (long)trials)
            : null;

    private static decimal? Number(ImmutableArray<Value?> row, FactDeclaration fact, string role) =>
        fact.FieldWithRole(role) is { } field && row[field.Slot] is NumberValue number ? number.Number : null;

    // A row that may not be selected, or whose number isn't stated, can only raise the highest value.
    private static NumberRange? Highest(ImmutableArray<SelectedRow> rows, Func<ImmutableArray<Value?>, decimal?> number)
    {
        decimal? low = null;
        decimal? high = 0;
        foreach (var (row, selected) in rows)
        {
            var value = selected == Truth.False ? 0 : number(row);
            high = high is null || value is null ? null : Math.Max(high.Value, value.Value);
            low = selected == Truth.True && value is { } sure ? Math.Max(low ?? 0, sure) : low;
        }

        return low is null && high is null ? null : new(low ?? 0, high);
    }

    private static NumberRange? Lowest(ImmutableArray<SelectedRow> rows, Func<ImmutableArray<Value?>, decimal?> number)
    {
        decimal? low = decimal.MaxValue;
        decimal? high = null;
        foreach (var (row, selected) in rows)
        {
            var value = selected == Truth.False ? decimal.MaxValue : number(row);
            low = low is null || value is null ? null : Math.Min(low.Value, value.Value);
            high = selected == Truth.True && value is { } sure ? Math.Min(high ?? decimal.MaxValue, sure) : high;
        }

        return low is null && high is null ? null : new(low ?? 0, high);
    }

    // A row without an error doesn't have the rate zero: its rate lies below its upper confidence bound, and the ratio above.
    private static NumberRange? Ratio(ImmutableArray<SelectedRow> rows, FactDeclaration fact)
    {
        decimal? highest = null;
        decimal? lowest = null;
        var open = false;
        foreach (var (row, selected) in rows.Where(row => row.Selected != Truth.False))
        {
            var rate = Rate(row, fact);
            if (selected == Truth.Unknown || rate is null)
            {
                open = true;
                continue;
            }

            var least = rate > 0 ? rate : UpperBound(row, fact);
            open |= rate == 0;
            highest = Math.Max(highest ?? 0, rate.Value);
            lowest = least is { } known ? Math.Min(lowest ?? 1, known) : lowest;
        }

        if (highest is not > 0 || lowest is not > 0)
        {
            return null;
        }

        var ratio = Rounded(highest.Value / lowest.Value);
        return new(Math.Max(1, ratio), open ? null : ratio);
    }

    private static NumberRange? Gini(ImmutableArray<SelectedRow> rows, FactDeclaration fact)
    {
        var rates = rows.Where(row => row.Selected != Truth.False).Select(row => Rate(row.Row, fact)).OfType<decimal>().ToList();
        var total = rates.Sum();
        if (rates.Count < 2 || total == 0 || rates.Count < rows.Count(row => row.Selected != Truth.False) || rows.Any(row => row.Selected == Truth.Unknown))
        {
            return null;
        }

        var differences = rates.Sum(left => rates.Sum(right => Math.Abs(left - right)));
        return NumberRange.Exactly(Rounded(differences / (2 * (rates.Count - 1) * total)));
    }

    // Two thirds by one third is two, and not a little more for the digits that a decimal number lacks.
    private static decimal Rounded(decimal number) => decimal.Round(number, 12);
}

/// <summary>A row and whether it is among those meant.</summary>
/// <param name="Row">The values of its fields.</param>
/// <param name="Selected">Whether it is meant.</param>
public readonly record struct SelectedRow(ImmutableArray<Value?> Row, Truth Selected);
