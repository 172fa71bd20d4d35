using System.Collections.Immutable;
using PolicyCheck.Values;

namespace PolicyCheck.Conditions;

/// <summary>What a fact is compared with: constants, or a parameter's values of the day.</summary>
/// <param name="Parameter">The parameter's name, or null for constants.</param>
/// <param name="Alternatives">The values with the days they hold; constants hold always.</param>
public sealed record Operand(string? Parameter, ImmutableArray<DatedValues> Alternatives)
{
    /// <summary>An operand that is the same on every day.</summary>
    /// <param name="values">The values.</param>
    public static Operand Constant(params ImmutableArray<Value> values) => new(null, [new(Period.Always, values)]);

    /// <summary>The values on a day, or null when the parameter has none in force.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<Value>? On(DateOnly day)
    {
        foreach (var alternative in Alternatives)
        {
            if (alternative.Period.Contains(day))
            {
                return alternative.Values;
            }
        }

        return null;
    }
}

/// <summary>Values and the days on which they hold.</summary>
/// <param name="Period">The days.</param>
/// <param name="Values">The values.</param>
public sealed record DatedValues(Period Period, ImmutableArray<Value> Values);
