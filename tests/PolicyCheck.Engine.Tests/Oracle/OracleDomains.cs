using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Tests.Generation;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

/// <summary>Every value that an unknown fact could have, from domains that are small and yet finer than what rules can tell apart.</summary>
internal static class OracleDomains
{
    private static readonly ImmutableArray<Place> Precise =
    [
        .. new[] { "JP/x", "US/x", "US-OR/x", "US-OR/portland/x", "US-OR/portland-east/x", "US-CA/x", "US-WA/x", "DE/x", "FR/x", "GB/x", "GB-ENG/x" }.Select(code => new Place(code)),
    ];

    private static readonly ImmutableArray<ImmutableArray<Place>> PlaceSets = Subsets(Precise).Where(set => set.Length > 0).ToImmutableArray();

    private static readonly ImmutableArray<Value> Dates =
    [
        .. Enumerable.Range(new DateOnly(2017, 12, 1).DayNumber, new DateOnly(2022, 3, 1).DayNumber - new DateOnly(2017, 12, 1).DayNumber)
            .Select(number => new DateValue(DateOnly.FromDayNumber(number))),
    ];

    public static IEnumerable<DateOnly> Days => Dates.Select(value => ((DateValue)value).Date);

    private static readonly ImmutableArray<Value> Lengths =
    [
        .. Enumerable.Range(0, 1601).Where(halves => halves is < 140 or (> 720 and < 740) or > 1450).Select(halves => new DurationValue(new(halves * 12, DurationUnit.Hours))),
        .. new[] { 1, 23, 25 }.Select(hours => new DurationValue(new(hours, DurationUnit.Hours))),
        .. Enumerable.Range(0, 27).Select(months => new DurationValue(new(months, DurationUnit.Months))),
    ];

    public static ImmutableArray<Value> Unstated(FactDeclaration fact) => fact.Type switch
    {
        FactType.Flag => [new FlagValue(true), new FlagValue(false)],
        FactType.Text => [.. Pools.Texts.Concat(["zzz", "aaaa", "bb", "ac"]).Select(text => new TextValue(text))],
        FactType.Choice => [.. fact.Values.Select(value => new TextValue(value.Value))],
        FactType.Choices => [.. Subsets([.. fact.Values.Select(value => value.Value)]).Select(set => new TermsValue(set))],
        FactType.Number when fact.Unit == "count" => [.. Enumerable.Range(0, 12).Select(number => new NumberValue(number))],
        FactType.Number when fact.Unit == "ratio" => [.. Enumerable.Range(0, 401).Select(grid => new NumberValue(grid / 400m))],
        FactType.Number => [.. Enumerable.Range(-20, 61).Select(half => new NumberValue(half / 2m))],
        FactType.Duration when fact.Unit == "working-days" => [.. Enumerable.Range(0, 20).Select(days => new DurationValue(new(days, DurationUnit.WorkingDays)))],
        FactType.Duration => Lengths,
        FactType.Date => Dates,
        FactType.Place => [.. Precise.Select(place => new PlaceValue(place))],
        FactType.Places => [.. PlaceSets.Select(set => new PlacesValue(set))],
        _ => [],
    };

    /// <summary>The values that what is stated could stand for.</summary>
    public static ImmutableArray<Value> Refinements(Value stated) => stated switch
    {
        DurationValue { Duration: { Unit: DurationUnit.Months or DurationUnit.Years } length } => [.. Lengths.Where(one => Span.AreEqual(OracleLengths.Seconds(((DurationValue)one).Duration), OracleLengths.Seconds(length)) != false)],
        PlaceValue place => [.. Precise.Where(one => OracleTests.IsIn(one, place.Place) == true).Select(one => new PlaceValue(one))],
        PlacesValue places =>
        [
            .. PlaceSets
                .Where(set => set.All(one => places.Places.Any(place => OracleTests.IsIn(one, place) == true))
                    && places.Places.All(place => set.Any(one => OracleTests.IsIn(one, place) == true)))
                .Select(set => new PlacesValue(set)),
        ],
        _ => [stated],
    };

    private static IEnumerable<ImmutableArray<T>> Subsets<T>(ImmutableArray<T> items) =>
        Enumerable.Range(0, 1 << items.Length).Select(bits => items.Where((_, i) => ((bits >> i) & 1) == 1).ToImmutableArray());
}
