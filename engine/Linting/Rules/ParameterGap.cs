using PolicyCheck.Binding;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A parameter without a value on a day on which a rule that uses it is in force.</summary>
internal static class ParameterGap
{
    public static LintRule Rule { get; } = new("PC807", "parameter-gap", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        if (subject.Set is not { } set)
        {
            yield break;
        }

        foreach (var parameter in set.Parameters)
        {
            var gap =
                from rule in set.Rules
                where Written.Tests(rule).Any(test => test.Operand.Parameter == parameter.Name)
                from day in SetSpace.Days(set)
                where rule.IsInForce(day) && !parameter.Values.Any(value => value.Period.Contains(day))
                select (Rule: rule, Day: day);
            if (gap.FirstOrDefault() is { Rule: not null } found)
            {
                yield return new(
                    parameter.Location,
                    $"`{parameter.Name}` has no value {Since(found.Day)}, when `{found.Rule.Id}` uses it: the rule is indeterminate then",
                    "give it a value for those days, or let the rule apply only on days on which it has one");
            }
        }
    }

    private static string Since(DateOnly day) => day == DateOnly.MinValue ? "at first" : $"from {IsoDate.Format(day)}";
}
