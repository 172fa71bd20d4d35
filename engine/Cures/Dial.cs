using System.Collections.Immutable;
using PolicyCheck.Values;

namespace PolicyCheck.Cures;

/// <summary>A lever with the values that it can be set to; position zero leaves it as it is.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Values">The values of the further positions, the nearest first; a use that is given up has one without a value.</param>
internal sealed record Dial(Lever Lever, ImmutableArray<Value?> Values)
{
    /// <summary>How many positions there are.</summary>
    public int Positions => Values.Length + 1;
}
