using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>An exception that holds wherever its rule speaks, so that nothing can fail the rule.</summary>
internal static class ExceptionSwallowsRule
{
    public static LintRule Rule { get; } = new("PC804", "exception-swallows-rule", DiagnosticLevel.Error) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject) =>
        subject is { Set: { } set, Space: { } space } ? Check(set, space) : [];

    private static IEnumerable<LintProblem> Check(RuleSet set, SetSpace space) =>
        from rule in set.Rules
        from exception in rule.Exceptions
        where space.Constant(rule, space.Program(rule).Trigger) is null
            && space.Constant(rule, exception.When, exception.IsInForce) is null
            && SetSpace.Days(set).Where(rule.IsInForce).All(exception.IsInForce)
            && space.Always(rule, at => at.Implies(space.Program(rule).Trigger, exception.When))
        select new LintProblem(
            exception.Location,
            $"the exception `{exception.Id}` holds wherever `{rule.Id}` speaks, so nothing can fail the rule",
            "narrow the exception, or remove the rule");
}
