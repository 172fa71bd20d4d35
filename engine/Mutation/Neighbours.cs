using System.Globalization;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Mutation;

/// <summary>The values next to a value as a person writes it: one more and one less in its last decimal place, or a day.</summary>
internal static class Neighbours
{
    /// <summary>The neighbours, the greater first; none for values without an order.</summary>
    public static IEnumerable<Value> Of(Value value, FactDeclaration fact) => value switch
    {
        NumberValue number => Steps(number.Number, fact.IsRatio ? 2 : 0).Where(near => near >= 0 && (!fact.IsRatio || near <= 1)).Select(near => new NumberValue(near)),
        DurationValue { Duration: var duration } => Steps(duration.Amount, 0).Where(near => near >= 0).Select(near => new DurationValue(duration with { Amount = near })),
        DateValue date => [new DateValue(date.Date.AddDays(1)), new DateValue(date.Date.AddDays(-1))],
        _ => [],
    };

    // A ratio is written in per cent, so its last place lies two further on; 3 in 1000 is 0.3 %.
    private static decimal[] Steps(decimal number, int scale)
    {
        var places = decimal.Parse(number.ToString("0.############################", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Scale;
        var step = 1m;
        for (var i = 0; i < Math.Max(places, scale); i++)
        {
            step /= 10;
        }

        return [number + step, number - step];
    }
}
