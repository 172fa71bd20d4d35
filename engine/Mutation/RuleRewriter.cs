using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Mutation;

/// <summary>Replaces one part of a rule's conditions by another.</summary>
internal static class RuleRewriter
{
    /// <summary>A rule with a part of its conditions replaced; the same object where the part isn't in it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="replace">The replacement of a part, or null where it stays.</param>
    public static Rule Rewrite(Rule rule, Func<Condition, Condition?> replace)
    {
        var when = rule.When is null ? null : ConditionRewriter.Rewrite(rule.When, replace);
        var demand = ConditionRewriter.Rewrite(rule.Demand, replace);
        ImmutableArray<ExceptionClause> exceptions = [.. rule.Exceptions.Select(exception =>
            ConditionRewriter.Rewrite(exception.When, replace) is var condition && ReferenceEquals(condition, exception.When) ? exception : exception with { When = condition })];
        return ReferenceEquals(when, rule.When) && ReferenceEquals(demand, rule.Demand) && ConditionRewriter.AreSame(exceptions, rule.Exceptions)
            ? rule
            : rule with { When = when, Demand = demand, Exceptions = exceptions };
    }
}
