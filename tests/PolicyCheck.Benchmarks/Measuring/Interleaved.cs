using System.Diagnostics;

namespace PolicyCheck.Benchmarks.Measuring;

/// <summary>Measures several works in turn, so that what else the machine does falls on all of them alike.</summary>
internal static class Interleaved
{
    /// <summary>The medians of what each work takes, in the works' own unit.</summary>
    /// <param name="rounds">How often each is measured.</param>
    /// <param name="warmUps">How often each runs before anything is measured.</param>
    /// <param name="works">The works; each gives what one turn took.</param>
    public static double[] Medians(int rounds, int warmUps, params Func<double>[] works)
    {
        var times = works.Select(_ => new List<double>()).ToList();
        for (var round = -warmUps; round < rounds; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                var time = works[i]();
                if (round >= 0)
                {
                    times[i].Add(time);
                }
            }
        }

        return [.. times.Select(NativeProgram.Median)];
    }

    /// <summary>A work timed as a whole, in milliseconds; what earlier works left behind is collected first.</summary>
    /// <param name="work">The work.</param>
    public static Func<double> Milliseconds(Action work) => () =>
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    };

    /// <summary>
    /// A work on one item after the other, for as long as can be timed well, in microseconds an item. What earlier works left behind is collected first, and
    /// the work goes on for a while before it is timed, as it would in a process that does nothing else: after a collection all memory is new.
    /// </summary>
    /// <param name="items">The items; a turn goes on where the one before it stopped.</param>
    /// <param name="work">The work on one item.</param>
    /// <param name="least">The least time of a turn, in milliseconds.</param>
    public static Func<double> MicrosecondsEach<T>(IReadOnlyList<T> items, Action<T> work, double least = 100)
    {
        var next = 0;
        return () =>
        {
            GC.Collect();
            Repeat(least / 2);
            return Repeat(least);
        };

        double Repeat(double milliseconds)
        {
            const int Batch = 20;
            var start = Stopwatch.GetTimestamp();
            var done = 0L;
            do
            {
                for (var i = 0; i < Batch; i++)
                {
                    work(items[next]);
                    next = next + 1 < items.Count ? next + 1 : 0;
                }

                done += Batch;
            }
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds / done;
        }
    }
}
