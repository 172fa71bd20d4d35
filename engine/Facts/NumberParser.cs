using System.Collections.Immutable;
using System.Globalization;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>Numbers and lengths of time as people write them.</summary>
public static class NumberParser
{
    /// <summary>The units of time as people write them.</summary>
    internal static ImmutableSortedDictionary<string, DurationUnit> Units { get; } = new Dictionary<string, DurationUnit>
    {
        ["millisecond"] = DurationUnit.Milliseconds,
        ["milliseconds"] = DurationUnit.Milliseconds,
        ["ms"] = DurationUnit.Milliseconds,
        ["second"] = DurationUnit.Seconds,
        ["seconds"] = DurationUnit.Seconds,
        ["minute"] = DurationUnit.Minutes,
        ["minutes"] = DurationUnit.Minutes,
        ["hour"] = DurationUnit.Hours,
        ["hours"] = DurationUnit.Hours,
        ["day"] = DurationUnit.Days,
        ["days"] = DurationUnit.Days,
        ["week"] = DurationUnit.Weeks,
        ["weeks"] = DurationUnit.Weeks,
        ["month"] = DurationUnit.Months,
        ["months"] = DurationUnit.Months,
        ["year"] = DurationUnit.Years,
        ["years"] = DurationUnit.Years,
        ["working day"] = DurationUnit.WorkingDays,
        ["working days"] = DurationUnit.WorkingDays,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Parses a number: decimal digits, with a per cent sign or as <c>1 in 1000</c> where the fact is a ratio.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fact">The fact whose unit holds.</param>
    /// <param name="number">The number; a ratio as a fraction of one.</param>
    /// <param name="problem">What is wrong and how to write it, where it isn't one.</param>
    public static bool TryNumber(string text, FactDeclaration fact, out decimal number, out (string Message, string Cure) problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fact);
        problem = default;
        var trimmed = text.Trim();
        var unitless = !fact.IsRatio && fact.Unit.Length > 0 && trimmed.EndsWith(" " + fact.Unit, StringComparison.Ordinal)
            ? trimmed[..^(fact.Unit.Length + 1)]
            : trimmed;
        if (trimmed.EndsWith('%'))
        {
            if (!fact.IsRatio)
            {
                number = 0;
                problem = ($"`{text}` is a percentage, and {fact.Path} is counted in {UnitOf(fact)}", $"write the number of {UnitOf(fact)}");
                return false;
            }

            if (!TryDecimal(trimmed.AsSpan()[..^1].TrimEnd(), out number))
            {
                problem = NotANumber(text, fact);
                return false;
            }

            number /= 100;
        }
        else if (fact.IsRatio && trimmed.Contains(" in ", StringComparison.Ordinal) && trimmed.Split(" in ") is [var part, var whole] && TryDecimal(part, out var numerator) && TryDecimal(whole, out var denominator) && denominator > 0)
        {
            number = Quotient(numerator, denominator);
        }
        else if (!TryDecimal(unitless, out number))
        {
            problem = NotANumber(text, fact);
            return false;
        }

        if (fact.IsRatio && number is < 0 or > 1)
        {
            problem = ($"`{text}` is not between 0 and 1", number is > 1 and <= 100 && !trimmed.EndsWith('%') ? $"did you mean `{trimmed} %`?" : "write it as `98 %`, `0.98` or `1 in 1000`");
            return false;
        }

        if (fact.IsCount && (number < 0 || number != decimal.Truncate(number)))
        {
            problem = ($"`{text}` is not a count", "write a whole number from zero up");
            return false;
        }

        return true;
    }

    /// <summary>Parses a length of time, such as <c>30 days</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fact">The fact, which counts calendar time or working days.</param>
    /// <param name="duration">The length.</param>
    /// <param name="problem">What is wrong and how to write it, where it isn't one.</param>
    public static bool TryDuration(string text, FactDeclaration fact, out Duration duration, out (string Message, string Cure) problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fact);
        duration = default;
        var working = fact.Unit == "working-days";
        problem = default;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !TryDecimal(text.AsSpan(0, space), out var amount))
        {
            problem = NotALength(text, working);
            return false;
        }

        var name = text[(space + 1)..].Trim();
        if (!Units.TryGetValue(name, out var unit))
        {
            problem = NotALength(text, working);
            problem.Cure = Spelling.Nearest(name, Units.Keys.Where(known => known.EndsWith('s'))) is { } meant ? $"did you mean `{text[..space]} {meant}`?" : problem.Cure;
            return false;
        }

        duration = new(amount, unit);
        if (duration.IsWorkingDays != working)
        {
            problem = ($"`{text}` can't be compared: {fact.Path} is counted in {(working ? "working days" : "calendar time")}", working ? "write it as `30 working days`" : "write it in days, months or years");
            return false;
        }

        if (amount < 0 || amount > 1_000_000_000 || (duration.IsCalendar && amount > 1000))
        {
            problem = ($"`{text}` is out of range", "write a length of time of at most 1000 months or years");
            return false;
        }

        if ((duration.IsCalendar || duration.IsWorkingDays) && amount != decimal.Truncate(amount))
        {
            problem = ($"`{text}` is not a whole number of {(working ? "working days" : "months or years")}", "write it in a smaller unit");
            return false;
        }

        return true;
    }

    // What lies outside 0 to 1 is refused anyway, and its quotient may be too large to be a number.
    private static decimal Quotient(decimal part, decimal whole) => part < 0 ? -1 : part > whole ? 2 : part / whole;

    private static (string Message, string Cure) NotANumber(string text, FactDeclaration fact) =>
        ($"`{text}` is not a number", fact.IsRatio ? "write it as `98 %`, `0.98` or `1 in 1000`" : "write digits with a point, such as `0.5` or `12000`");

    private static (string Message, string Cure) NotALength(string text, bool working) =>
        ($"`{text}` is not a length of time", working ? "write it as `30 working days`" : "write a number and a unit, such as `24 hours`, `30 days`, `6 months` or `3 years`");

    private static string UnitOf(FactDeclaration fact) => fact.IsCount ? "whole numbers" : fact.Unit.Length > 0 ? fact.Unit : "plain numbers";

    private static bool TryDecimal(ReadOnlySpan<char> text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
}
