using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A rule that is failed only where another of its set, at least as severe, is failed too.</summary>
internal static class ShadowedRule
{
    public static LintRule Rule { get; } = new("PC802", "shadowed-rule", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        if (subject is not { Set: { } set, Space: { } space })
        {
            yield break;
        }

        var rules = set.Rules.Where(rule => rule.Kind != RuleKind.Permission && DuplicateRule.CanFail(space, rule)).ToList();
        foreach (var rule in rules)
        {
            var wider = rules.Find(other => other != rule && other.Severity <= rule.Severity
                && space.Always(rule, at => at.FailsWherever(space.Program(rule), space.Program(other)))
                && !DuplicateRule.AreSame(space, rule, other));
            if (wider is not null)
            {
                yield return new(
                    rule.Location,
                    $"whatever fails `{rule.Id}` fails `{wider.Id}` too, which is as severe",
                    $"remove it, make it more severe, or narrow the other one (line {wider.Location.Start.Line})");
            }
        }
    }
}
