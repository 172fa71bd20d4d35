using System.Globalization;
using PolicyCheck.Binding;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>Writes values as a person would read them.</summary>
public static class ValueText
{
    /// <summary>A value in the unit of its fact.</summary>
    /// <param name="value">The value.</param>
    /// <param name="fact">The fact.</param>
    public static string Write(Value value, FactDeclaration fact)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(fact);
        return value switch
        {
            FlagValue flag => flag.Flag ? "true" : "false",
            TextValue text => text.Text,
            NumberValue number => Number(number.Number, fact),
            DurationValue duration => duration.Duration.ToString(),
            DateValue date => IsoDate.Format(date.Date),
            PlaceValue place => place.Place.Code,
            TermsValue terms => terms.Terms.IsEmpty ? "none" : string.Join(", ", terms.Terms),
            PlacesValue places => places.Places.IsEmpty ? "none" : string.Join(", ", places.Places),
            RecordsValue records => records.Rows.Length == 1 ? "1 row" : $"{Plain(records.Rows.Length)} rows",
            _ => throw new InvalidOperationException($"no text for {value.GetType().Name}"),
        };
    }

    /// <summary>A number in the unit of its fact: a ratio in per cent.</summary>
    /// <param name="number">The number.</param>
    /// <param name="fact">The fact.</param>
    public static string Number(decimal number, FactDeclaration fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.IsRatio ? Percent(number) : fact.IsCount || fact.Unit.Length == 0 ? Plain(number) : $"{Plain(number)} {fact.Unit}";
    }

    /// <summary>A fraction of one in per cent.</summary>
    /// <param name="ratio">The fraction.</param>
    public static string Percent(decimal ratio) => $"{Plain(ratio * 100)} %";

    /// <summary>A number with all its digits, up to twelve after the point.</summary>
    /// <param name="number">The number.</param>
    public static string Plain(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
