using PolicyCheck.Conditions;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A condition that comes to the same whatever the facts are.</summary>
internal static class ConstantCondition
{
    public static LintRule Rule { get; } = new("PC805", "constant-condition", DiagnosticLevel.Error) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject) =>
        subject is { Set: { } set, Space: { } space } ? set.Rules.SelectMany(rule => Of(rule, space)).DistinctBy(problem => problem.Location) : [];

    private static List<LintProblem> Of(Rule rule, SetSpace space)
    {
        var whole = space.Program(rule).Trigger;
        var parts = rule.Conditions.SelectMany(condition => Parts(rule, condition, space, rule.Exceptions.FirstOrDefault(exception => exception.When == condition))).ToList();
        return parts.Count > 0 || space.Constant(rule, whole) is not false
            ? parts
            : [new(rule.Location, $"`{rule.Id}` never applies: its conditions exclude each other", "change one of them: `when` and what the rule prohibits or permits must be able to hold together")];
    }

    private static IEnumerable<LintProblem> Parts(Rule rule, Condition condition, SetSpace space, ExceptionClause? exception) => space.Constant(rule, condition, exception is null ? null : exception.IsInForce) switch
    {
        true => [new(condition.Location, "this condition always holds", "remove it, or test what is meant")],
        false => [new(condition.Location, "this condition never holds", "remove it, or test what is meant")],
        _ => condition.Children().SelectMany(part => Parts(rule, part, space, exception)),
    };
}
