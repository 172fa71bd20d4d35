using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Conditions;

/// <summary>What each measure takes from the rows, and what kind of number it gives.</summary>
internal static class MeasuredNumbers
{
    private static readonly FactDeclaration Ratio = Number("ratio");
    private static readonly FactDeclaration Plain = Number("");
    private static readonly FactDeclaration Count = Number("count");

    /// <summary>The roles that the fields of the rows must have.</summary>
    public static ImmutableArray<string> Roles(Measure measure) => measure switch
    {
        Measure.Count => [],
        Measure.HighestUpperBound => ["trials", "errors"],
        Measure.FewestTrials => ["trials"],
        Measure.FewestErrors => ["errors"],
        _ => ["rate"],
    };

    /// <summary>The number as a fact that has no place in a vocabulary.</summary>
    public static FactDeclaration Declaration(Measure measure) => measure switch
    {
        Measure.HighestRate or Measure.HighestUpperBound => Ratio,
        Measure.Count or Measure.FewestTrials or Measure.FewestErrors => Count,
        _ => Plain,
    };

    private static FactDeclaration Number(string unit) =>
        new("this number", FactType.Number, unit, [], "", "", "", [], "", 0, default);
}
