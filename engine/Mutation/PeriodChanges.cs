using System.Collections.Immutable;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Mutation;

/// <summary>The small changes of periods: a day earlier or later at each end.</summary>
internal static class PeriodChanges
{
    /// <summary>The changes of a list of periods that leave them in order.</summary>
    public static IEnumerable<(Change Change, ImmutableArray<InForcePeriod> After, Location Location)> Of(ImmutableArray<InForcePeriod> periods, string what) =>
        periods.SelectMany((written, i) => Of(written.Period)
            .Where(after => !periods.Where((_, other) => other != i).Any(other => other.Period.Overlaps(after)))
            .Select(after => (new Change("day", $"{what} {FindingText.Period(written.Period)}", FindingText.Period(after)), periods.SetItem(i, written with { Period = after }), written.Location)));

    /// <summary>A period with one of its ends a day earlier or later.</summary>
    public static IEnumerable<Period> Of(Period period)
    {
        foreach (var days in new[] { 1, -1 })
        {
            if (period.From is { } from)
            {
                yield return period with { From = from.AddDays(days) };
            }

            if (period.Until is { } until)
            {
                yield return period with { Until = until.AddDays(days) };
            }
        }
    }
}
