using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>An exception that no deployment can meet to which its rule speaks.</summary>
internal static class UnreachableException
{
    public static LintRule Rule { get; } = new("PC803", "unreachable-exception", DiagnosticLevel.Error) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject) =>
        subject is { Set: { } set, Space: { } space } ? Check(set, space) : [];

    private static IEnumerable<LintProblem> Check(RuleSet set, SetSpace space) =>
        from rule in set.Rules
        from exception in rule.Exceptions
        where space.Constant(rule, space.Program(rule).Trigger) is null
            && space.Constant(rule, exception.When, exception.IsInForce) is null
            && space.Always(rule, at => at.Exclude(space.Program(rule).Trigger, exception.When), exception.IsInForce)
        select new LintProblem(
            exception.Location,
            $"the exception `{exception.Id}` never applies: where it holds, `{rule.Id}` says nothing",
            "remove it, or widen its condition to something that the rule is about");
}
