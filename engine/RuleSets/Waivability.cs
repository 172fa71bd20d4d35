using System.Collections.Immutable;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.RuleSets;

/// <summary>Who may waive a rule, and for how long; a rule without one can't be waived.</summary>
/// <param name="By">The offices that may; at least one.</param>
/// <param name="For">The longest that one waiver lasts, both its first and its last day counted, or null where the text sets no limit.</param>
/// <param name="Renewals">How often it may be renewed at most.</param>
/// <param name="Citation">Where the text allows it.</param>
/// <param name="Location">Where it begins.</param>
public sealed record Waivability(ImmutableArray<string> By, Duration? For, int Renewals, Citation Citation, Location Location)
{
    /// <summary>Whether an office may waive it; spaces and capitals don't matter.</summary>
    /// <param name="authority">The office.</param>
    public bool Allows(string authority) => By.Any(office => OfficeName.IsSame(office, authority));

    /// <summary>The last day that a waiver from a day on may have, or null where the text sets no limit.</summary>
    /// <param name="from">Its first day.</param>
    public DateOnly? LastDay(DateOnly from)
    {
        if (For is not { } length)
        {
            return null;
        }

        if (!length.IsCalendar)
        {
            var days = length.Unit == DurationUnit.Weeks ? length.Amount * 7 : length.Amount;
            return days - 1 > DateOnly.MaxValue.DayNumber - from.DayNumber ? DateOnly.MaxValue : from.AddDays((int)days - 1);
        }

        if (length.Months > (12 * (9999 - from.Year)) + 12 - from.Month)
        {
            return DateOnly.MaxValue;
        }

        // A month from 31 January ends with February: where the later month has no such day, its last day is the last one.
        var same = from.AddMonths(length.Months);
        return same.Day < from.Day ? same : same.AddDays(-1);
    }
}
