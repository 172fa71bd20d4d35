using PolicyCheck.Binding;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Linting.Rules;

/// <summary>A period that ends soon, and that none follows.</summary>
internal static class PeriodEnds
{
    public static LintRule Rule { get; } = new("PC810", "period-ends", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        if (subject.Set is not { } set)
        {
            return [];
        }

        return Among($"`{set.Id}` is in force", set.InForce.Select(period => (period.Period, period.Location)), subject.Options)
            .Concat(set.Rules.SelectMany(rule => Among($"`{rule.Id}` applies", rule.InForce.Select(period => (period.Period, period.Location)), subject.Options)))
            .Concat(set.Rules.SelectMany(rule => rule.Exceptions).SelectMany(exception => Among($"`{exception.Id}` applies", exception.InForce.Select(period => (period.Period, period.Location)), subject.Options)))
            .Concat(set.Parameters.SelectMany(parameter => Among($"this value of `{parameter.Name}` holds", parameter.Values.Select(value => (value.Period, value.Node.Location)), subject.Options)));
    }

    private static IEnumerable<LintProblem> Among(string what, IEnumerable<(Period Period, Location Location)> periods, LintOptions options)
    {
        var all = periods.ToList();
        return
            from entry in all
            where entry.Period.Until is { } until && until >= options.AsOf && until <= options.AsOf.AddDays(options.Within) && !all.Exists(next => next.Period.From == until)
            select new LintProblem(
                entry.Location,
                $"{what} only until {IsoDate.Format(entry.Period.Until ?? default)}, and nothing follows",
                "find out what holds from that day on and write it down, or allow it and say why nothing is to come");
    }
}
