using System.Collections.Immutable;

namespace PolicyCheck.Conditions;

/// <summary>Replaces one part of a condition by another, wherever it stands: a part of a definition stands in every rule that uses it.</summary>
internal static class ConditionRewriter
{
    /// <summary>The condition with the part replaced; the same object where the part isn't in it.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="replace">The replacement of a part, or null where it stays.</param>
    public static Condition Rewrite(Condition condition, Func<Condition, Condition?> replace)
    {
        if (replace(condition) is { } replacement)
        {
            return replacement;
        }

        return condition switch
        {
            AllOf all => Parts(all.Parts) is { } parts ? all with { Parts = parts } : all,
            AnyOf any => Parts(any.Parts) is { } parts ? any with { Parts = parts } : any,
            Negation negation => One(negation.Part) is { } part ? negation with { Part = part } : negation,
            Defined defined => One(defined.Body) is { } body ? defined with { Body = body } : defined,
            RowTest rows => (Maybe(rows.Where), One(rows.Row)) is var (where, row) && (where is not null || row is not null) ? rows with { Where = where ?? rows.Where, Row = row ?? rows.Row } : rows,
            MeasureTest measure => Maybe(measure.Where) is { } where ? measure with { Where = where } : measure,
            _ => condition,
        };

        Condition? One(Condition part) => Rewrite(part, replace) is var rewritten && ReferenceEquals(rewritten, part) ? null : rewritten;

        Condition? Maybe(Condition? part) => part is null ? null : One(part);

        ImmutableArray<Condition>? Parts(ImmutableArray<Condition> parts)
        {
            var rewritten = parts.Select(part => Rewrite(part, replace)).ToImmutableArray();
            return AreSame(rewritten, parts) ? null : rewritten;
        }
    }

    internal static bool AreSame<T>(ImmutableArray<T> first, ImmutableArray<T> second)
        where T : class => first.Zip(second).All(pair => ReferenceEquals(pair.First, pair.Second));
}
