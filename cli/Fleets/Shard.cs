using System.Globalization;

namespace PolicyCheck.Cli.Fleets;

/// <summary>One of several parts of a fleet; their results, one after the other, are those of the whole.</summary>
/// <param name="Number">Which part, from one.</param>
/// <param name="Count">How many parts there are.</param>
internal sealed record Shard(int Number, int Count)
{
    /// <summary>The whole.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads <c>NUMBER/COUNT</c>; null where the text is none.</summary>
    /// <param name="text">The text.</param>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var left, var right]
        && int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && number >= 1 && number <= count
            ? new(number, count)
            : null;

    /// <summary>Which of so many units are this part's: from the first, inclusive, to the second, exclusive.</summary>
    /// <param name="total">How many units there are.</param>
    public (long From, long Until) Of(long total) => ((long)((Int128)total * (Number - 1) / Count), (long)((Int128)total * Number / Count));
}
