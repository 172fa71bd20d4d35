using System.Collections.Immutable;

namespace PolicyCheck.Coverage;

/// <summary>How much of rule sets cases reach.</summary>
/// <param name="Items">Everything that can be reached, in the order of the text of each rule set.</param>
public sealed record CoverageOfRules(ImmutableArray<CoverageItem> Items)
{
    /// <summary>How many are reached.</summary>
    public int Reached => Items.Count(item => item.IsReached);

    /// <summary>The reached in per cent, rounded down to a tenth; 100 where there is nothing to reach.</summary>
    public decimal Percent => Items.IsEmpty ? 100 : decimal.Floor(Reached * 1000m / Items.Length) / 10;
}
