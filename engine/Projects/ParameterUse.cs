using PolicyCheck.Conditions;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Projects;

/// <summary>A place in a rule's conditions that reads a parameter.</summary>
/// <param name="Operand">The parameter's values there, in the type of the fact compared.</param>
/// <param name="Direction">1 where a greater value makes more deployments break the rule, -1 where a smaller one does, 0 where it can't be told.</param>
internal readonly record struct ParameterUse(Operand Operand, int Direction)
{
    /// <summary>All uses in a rule set, in the order of its text.</summary>
    public static IEnumerable<ParameterUse> In(RuleSet set, string parameter) =>
        set.Reaches.SelectMany(reach => Walk(reach.When, 1))
            .Concat(set.Rules.SelectMany(In))
            .Where(use => use.Operand.Parameter == parameter);

    private static IEnumerable<ParameterUse> In(Rule rule)
    {
        // More deployments break a rule when it speaks of more, prohibits more, requires more, and excepts or permits less.
        var permits = rule.Kind == RuleKind.Permission;
        return (rule.When is null ? [] : Walk(rule.When, permits ? -1 : 1))
            .Concat(Walk(rule.Demand, rule.Kind == RuleKind.Prohibition ? 1 : -1))
            .Concat(rule.Exceptions.SelectMany(exception => Walk(exception.When, permits ? 1 : -1)));
    }

    private static IEnumerable<ParameterUse> Walk(Condition condition, int sign) => condition switch
    {
        Test test => [new(test.Operand, sign * Growth(test.Operator))],
        MeasureTest measure => [new(measure.Operand, sign * Growth(measure.Operator)), .. measure.Where is null ? [] : Walk(measure.Where, 0)],
        AgeTest age => [new(age.Span, sign)],
        RowTest rows => Walk(rows.Row, sign).Concat(rows.Where is null ? [] : Walk(rows.Where, rows.Quantifier == Quantifier.Some ? sign : 0)),
        Negation negation => Walk(negation.Part, -sign),
        _ => condition.Children().SelectMany(part => Walk(part, sign)),
    };

    // Whether a comparison holds of more facts when its operand grows.
    private static int Growth(TestOperator comparison) => comparison switch
    {
        TestOperator.AtMost or TestOperator.LessThan or TestOperator.Before or TestOperator.WithinSpan => 1,
        TestOperator.AtLeast or TestOperator.MoreThan or TestOperator.OnOrAfter => -1,
        _ => 0,
    };
}
