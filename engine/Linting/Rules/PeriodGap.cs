using PolicyCheck.Binding;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Linting.Rules;

/// <summary>Days between two periods of one list that belong to neither.</summary>
internal static class PeriodGap
{
    public static LintRule Rule { get; } = new("PC806", "period-gap", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        if (subject.Set is not { } set)
        {
            return [];
        }

        return Among(set.InForce.Select(period => (period.Period, period.Location)))
            .Concat(set.Rules.SelectMany(rule => Among(rule.InForce.Select(period => (period.Period, period.Location)))))
            .Concat(set.Rules.SelectMany(rule => rule.Exceptions).SelectMany(exception => Among(exception.InForce.Select(period => (period.Period, period.Location)))))
            .Concat(set.Parameters.SelectMany(parameter => Among(parameter.Values.Select(value => (value.Period, value.Node.Location)))));
    }

    private static IEnumerable<LintProblem> Among(IEnumerable<(Period Period, Location Location)> periods)
    {
        var sorted = periods.OrderBy(entry => entry.Period.From ?? DateOnly.MinValue).ToList();
        return
            from pair in sorted.Zip(sorted.Skip(1))
            where pair.First.Period.Until < pair.Second.Period.From
            let until = pair.First.Period.Until ?? DateOnly.MaxValue
            let begin = pair.Second.Period.From ?? DateOnly.MinValue
            select new LintProblem(
                pair.Second.Location,
                $"the days from {IsoDate.Format(until)} to {IsoDate.Format(begin.AddDays(-1))} lie in no period",
                $"begin this period on {IsoDate.Format(until)}, where the one before it ends, or allow the gap and say why there is one");
    }
}
