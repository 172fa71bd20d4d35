using System.Collections.Immutable;
using PolicyCheck.Values;

namespace PolicyCheck.Timelines;

/// <summary>
/// The days by which tests can tell the values of a fact apart, seen from the day asked about: the beginning of each span, the day
/// after, and days that stay. What tests say of a stated day, and which answers they could have of one that isn't stated, follow from
/// the order of these days, ties included, and from nothing else of the day asked about.
/// </summary>
/// <param name="spans">The spans.</param>
/// <param name="fixedDays">The days that stay: those compared with, and those stated.</param>
internal sealed class CutPoints(ImmutableArray<Duration> spans, IEnumerable<DateOnly> fixedDays)
{
    // A value equal to a day lies between that day and the next; no day lies before the first there is.
    private readonly int[] _fixed = [.. fixedDays.SelectMany(day => new[] { day.DayNumber, day.DayNumber + 1 }).Append(0).Distinct().Order()];

    /// <summary>The days of a stretch on which the order is another than on the day before.</summary>
    /// <param name="from">The first day that can be given, not before the second day there is.</param>
    /// <param name="until">The day after the last.</param>
    public IEnumerable<DateOnly> Turns(DateOnly from, DateOnly until)
    {
        var (before, now) = (new int[Size], new int[Size]);
        Order(from.AddDays(-1), before);
        for (var day = from; day < until; day = day.AddDays(1))
        {
            Order(day, now);
            if (!now.AsSpan().SequenceEqual(before))
            {
                yield return day;
                (before, now) = (now, before);
            }
        }
    }

    private int Size => (spans.Length + 1) * (spans.Length + 2) / 2;

    private void Order(DateOnly day, int[] order)
    {
        Span<int> moving = stackalloc int[spans.Length + 1];
        moving[0] = day.DayNumber + 1;
        for (var i = 0; i < spans.Length; i++)
        {
            moving[i + 1] = spans[i].Before(day).DayNumber;
        }

        var next = 0;
        for (var i = 0; i < moving.Length; i++)
        {
            order[next++] = Array.BinarySearch(_fixed, moving[i]);
            for (var j = 0; j < i; j++)
            {
                order[next++] = Math.Sign(moving[i] - moving[j]);
            }
        }
    }
}
