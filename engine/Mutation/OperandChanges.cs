using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Mutation;

/// <summary>The small changes of an operator and what it compares with.</summary>
internal static class OperandChanges
{
    private const int MostDropped = 40;

    public static IEnumerable<(string Kind, TestOperator Operator, Operand Operand)> Of(TestOperator test, Operand operand, FactDeclaration fact)
    {
        if (Strictness(test) is { } other)
        {
            yield return ("boundary", other, operand);
        }

        if (test is TestOperator.IncludesAll or TestOperator.IncludesAny && operand.Alternatives.Any(alternative => alternative.Values.Length > 1))
        {
            yield return ("all-to-any", test == TestOperator.IncludesAll ? TestOperator.IncludesAny : TestOperator.IncludesAll, operand);
        }

        // What a parameter sets is changed where it is set.
        if (operand.Parameter is null)
        {
            foreach (var (kind, values) in Of(test, operand.Alternatives[0].Values, fact))
            {
                yield return (kind, test, Operand.Constant(values));
            }
        }
    }

    /// <summary>The small changes of values that a fact is compared with.</summary>
    public static IEnumerable<(string Kind, ImmutableArray<Value> Values)> Of(TestOperator test, ImmutableArray<Value> values, FactDeclaration fact)
    {
        if (values.Length > 1)
        {
            for (var i = 0; i < Math.Min(values.Length, MostDropped); i++)
            {
                yield return ("list-shortened", values.RemoveAt(i));
            }
        }

        if (values is not [var only])
        {
            yield break;
        }

        if (IsOrdered(test))
        {
            foreach (var near in Neighbours.Of(only, fact))
            {
                yield return ("value", [near]);
            }
        }
        else if (only is PlaceValue { Place: { } place } && Wider(place) is { } wider)
        {
            yield return ("place-widened", [new PlaceValue(wider)]);
        }
    }

    /// <summary>The place around a place; null for countries and groups of places, around which there is only the world.</summary>
    public static Place? Wider(Place place)
    {
        var slash = place.Code.LastIndexOf('/');
        var cut = slash >= 0 ? slash : place.Code.IndexOf('-', StringComparison.Ordinal);
        return cut > 0 ? new(place.Code[..cut]) : null;
    }

    private static bool IsOrdered(TestOperator test) =>
        Strictness(test) is not null || test is TestOperator.Before or TestOperator.OnOrAfter or TestOperator.WithinSpan;

    private static TestOperator? Strictness(TestOperator test) => test switch
    {
        TestOperator.AtLeast => TestOperator.MoreThan,
        TestOperator.MoreThan => TestOperator.AtLeast,
        TestOperator.AtMost => TestOperator.LessThan,
        TestOperator.LessThan => TestOperator.AtMost,
        _ => null,
    };
}
