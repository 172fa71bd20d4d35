using PolicyCheck.Conditions;
using PolicyCheck.Values;

namespace PolicyCheck.Explanation;

/// <summary>How far a value lies from the limit that a test compares it with.</summary>
/// <param name="Test">The test.</param>
/// <param name="Value">The value, in the unit of its fact.</param>
/// <param name="Limit">The limit on the day asked about, in that unit.</param>
/// <param name="Operator">The operator as rules spell it, such as <c>atLeast</c>.</param>
/// <param name="Difference">The value less the limit, in <paramref name="Unit"/>: exact, or the bounds that the calendar or the rows leave.</param>
/// <param name="Unit">The unit of the difference: <c>percentage points</c> for a ratio, a unit of time, the fact's own, or empty for a plain number.</param>
/// <param name="Holds">Whether the test holds.</param>
/// <param name="Closeness">How near the value lies to the limit, as a share of it; the nearest has the least.</param>
public sealed record Margin(Leaf Test, string Value, string Limit, string Operator, NumberRange Difference, string Unit, bool Holds, decimal Closeness)
{
    /// <summary>Whether the difference is known exactly.</summary>
    public bool IsExact => Difference.Low == Difference.High;

    /// <summary>Whether the value is the limit itself.</summary>
    public bool IsOnLimit => IsExact && Difference.Low == 0;
}
