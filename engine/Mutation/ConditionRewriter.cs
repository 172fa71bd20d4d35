using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Mutation;

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

    /// <summary>A rule with a part of its conditions replaced; the same object where the part isn't in it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="replace">The replacement of a part, or null where it stays.</param>
    public static Rule Rewrite(Rule rule, Func<Condition, Condition?> replace)
    {
        var when = rule.When is null ? null : Rewrite(rule.When, replace);
        var demand = Rewrite(rule.Demand, replace);
        ImmutableArray<ExceptionClause> exceptions = [.. rule.Exceptions.Select(exception =>
            Rewrite(exception.When, replace) is var condition && ReferenceEquals(condition, exception.When) ? exception : exception with { When = condition })];
        return ReferenceEquals(when, rule.When) && ReferenceEquals(demand, rule.Demand) && AreSame(exceptions, rule.Exceptions)
            ? rule
            : rule with { When = when, Demand = demand, Exceptions = exceptions };
    }

    private static bool AreSame<T>(ImmutableArray<T> first, ImmutableArray<T> second)
        where T : class => first.Zip(second).All(pair => ReferenceEquals(pair.First, pair.Second));
}
