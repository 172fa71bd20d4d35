using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>Durations on, between and beside those a rule compares with.</summary>
internal static class Durations
{
    /// <summary>The durations themselves and others around them, within what is stated where something is.</summary>
    public static IEnumerable<Duration> Around(IEnumerable<Duration> constants, Duration? stated, FactDeclaration fact)
    {
        var given = constants.ToList();
        if (fact.Unit == "working-days")
        {
            return given.SelectMany(duration => new[] { duration.Amount - 1, duration.Amount, duration.Amount + 1 })
                .Where(amount => amount >= 0).Distinct().Select(amount => new Duration(amount, DurationUnit.WorkingDays));
        }

        var edges = given.SelectMany(duration => new[] { duration.Seconds().Low, duration.Seconds().High ?? duration.Seconds().Low }).ToList();
        if (stated is { } known)
        {
            var range = known.Seconds();
            edges.AddRange([range.Low, range.High ?? range.Low]);
        }

        var sorted = edges.Distinct().Order().ToList();
        var seconds = sorted.Concat(sorted.Zip(sorted.Skip(1), (low, high) => (low + high) / 2));
        if (sorted.Count > 0)
        {
            seconds = seconds.Append(sorted[0] / 2).Append(sorted[^1] + 1);
        }

        var candidates = seconds.Where(amount => amount >= 0).Distinct().Select(amount => new Duration(amount, DurationUnit.Seconds));
        return stated is { } imprecise
            ? candidates.Where(candidate => candidate.Seconds().IsEqualTo(imprecise.Seconds()) != Truth.False)
            // First those that a person would write.
            : given.SelectMany(duration => new[] { duration, duration with { Amount = duration.Amount + 1 }, duration with { Amount = Math.Max(0, duration.Amount - 1) } })
                .Concat(candidates).Concat(given.Where(duration => duration.IsCalendar).SelectMany(duration =>
                new[] { duration.Months - 1, duration.Months, duration.Months + 1 }.Where(months => months >= 0).Select(months => new Duration(months, DurationUnit.Months))));
    }
}
