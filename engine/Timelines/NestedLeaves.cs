using PolicyCheck.Conditions;
using PolicyCheck.Facts;

namespace PolicyCheck.Timelines;

/// <summary>The tests of a condition, also those of rows of a list.</summary>
internal static class NestedLeaves
{
    /// <summary>Each test, with the list whose rows it is about, or null where it is about a fact.</summary>
    /// <param name="condition">The condition.</param>
    public static IEnumerable<(Leaf Leaf, FactDeclaration? List)> Of(Condition condition)
    {
        foreach (var leaf in condition.Leaves())
        {
            yield return (leaf, null);
            var inner = leaf switch
            {
                RowTest rows => new[] { rows.Where, rows.Row }.OfType<Condition>(),
                MeasureTest { Where: { } where } => [where],
                _ => [],
            };
            foreach (var nested in inner.SelectMany(Of))
            {
                yield return (nested.Leaf, leaf.Fact);
            }
        }
    }
}
