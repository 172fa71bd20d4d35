using PolicyCheck.Decisions;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>Two rules of one set that come to the same outcome for every deployment on every day.</summary>
internal static class DuplicateRule
{
    public static LintRule Rule { get; } = new("PC801", "duplicate-rule", DiagnosticLevel.Error) { Check = Check };

    /// <summary>Whether two rules always come to the same, and can fail at all.</summary>
    public static bool AreSame(SetSpace space, Rule first, Rule second) =>
        first.Kind != RuleKind.Permission && second.Kind != RuleKind.Permission
        && CanFail(space, first)
        && space.Always(first, at => at.Difference(space.Program(first), space.Program(second)) is null)
        && space.Always(second, at => at.Difference(space.Program(first), space.Program(second)) is null);

    /// <summary>Whether some deployment fails a rule on some day.</summary>
    public static bool CanFail(SetSpace space, Rule rule) => !space.Always(rule, at => !at.Outcomes(space.Program(rule)).Contains(Completed.Fail));

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        if (subject is not { Set: { } set, Space: { } space })
        {
            yield break;
        }

        for (var i = 1; i < set.Rules.Length; i++)
        {
            var rule = set.Rules[i];
            if (set.Rules.Take(i).FirstOrDefault(earlier => AreSame(space, earlier, rule)) is { } same)
            {
                yield return new(rule.Location, $"`{rule.Id}` says what `{same.Id}` says", $"remove one of both, or write what tells them apart (line {same.Location.Start.Line})");
            }
        }
    }
}
