using System.Collections.Immutable;

namespace PolicyCheck.Tests.Generation;

/// <summary>The words that generated files are made of: few, so that facts and rules meet, and near the edges where they differ.</summary>
internal static class Pools
{
    public static ImmutableArray<string> Texts { get; } = ["a", "b", "ab", "cc", "zz"];

    public static ImmutableArray<string> Counts { get; } = ["0", "1", "2", "3", "4", "6"];

    public static ImmutableArray<string> Ratios { get; } = ["0", "1 %", "0.05", "5 %", "1 in 4", "25 %", "50 %", "0.98", "98 %", "1"];

    public static ImmutableArray<string> Numbers { get; } = ["-2", "0", "0.5", "3", "7"];

    public static ImmutableArray<string> Lengths { get; } =
        ["24 hours", "1 day", "30 days", "31 days", "1 month", "4 weeks", "2 months", "59 days", "12 months", "1 year", "365 days", "366 days", "8760 hours", "2 years", "730 days"];

    public static ImmutableArray<string> WorkingDays { get; } = ["2 working days", "5 working days", "10 working days"];

    public static ImmutableArray<string> Spans { get; } = ["36 hours", "30 days", "1 month", "12 months", "1 year", "365 days", "4 weeks"];

    public static ImmutableArray<string> Places { get; } =
        ["US", "US-OR", "US-OR/portland", "US-OR/portland-east", "US-CA", "US-WA", "DE", "FR", "GB", "GB-ENG"];

    public static ImmutableArray<string> Scopes { get; } = [.. Places, "EU", "COAST"];

    public static ImmutableArray<string> Bases { get; } = ["claimed", "documented", "documented", "measured", "attested"];

    public static ImmutableArray<string> Patterns { get; } = ["[ab]+", "a.*", "b|cc"];

    /// <summary>Days on which something begins or ends.</summary>
    public static ImmutableArray<string> Edges { get; } =
        ["2019-06-01", "2020-02-01", "2020-02-29", "2020-03-01", "2021-01-01", "2021-02-28", "2021-03-01", "2022-01-01"];

    public static ImmutableArray<DateOnly> Days { get; } =
    [
        .. Edges.Select(edge => DateOnly.ParseExact(edge, "yyyy-MM-dd")).SelectMany(day => new[] { day.AddDays(-1), day, day.AddDays(1) }),
        new(2020, 3, 31), new(2020, 7, 15), new(2021, 5, 31),
    ];

    public static ImmutableArray<string> StatedDates { get; } =
        [.. Edges, "2019-02-28", "2020-02-28", "2020-05-31", "2020-03-30", "2019-12-31", "2021-04-30"];
}
