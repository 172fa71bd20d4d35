namespace PolicyCheck.Cli.Benching;

/// <summary>Times two works in turn, so that what else the machine does falls on both alike.</summary>
/// <param name="time">The clock.</param>
/// <param name="rounds">How often each is timed.</param>
internal sealed class BenchClock(TimeProvider time, int rounds)
{
    // What is quicker is repeated within its turn.
    private const double LeastMilliseconds = 20;
    private const int MostRepeats = 10_000;

    /// <summary>Times a step and its yardstick.</summary>
    /// <param name="name">The step's name.</param>
    /// <param name="step">The step.</param>
    /// <param name="yardstick">The yardstick.</param>
    public BenchStep Measure(string name, Action step, Action yardstick)
    {
        // The first time compiles the code and fills caches.
        Once(step);
        Once(yardstick);
        var (stepRepeats, yardstickRepeats) = (Repeats(step), Repeats(yardstick));
        var (steps, yardsticks) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            yardsticks.Add(Turn(yardstick, yardstickRepeats));
            steps.Add(Turn(step, stepRepeats));
        }

        return new(name, Median(steps), Median(yardsticks));
    }

    private int Repeats(Action work) => (int)Math.Clamp(LeastMilliseconds / Math.Max(Once(work), 0.001), 1, MostRepeats);

    private double Once(Action work) => Turn(work, 1);

    private double Turn(Action work, int repeats)
    {
        var start = time.GetTimestamp();
        for (var i = 0; i < repeats; i++)
        {
            work();
        }

        return time.GetElapsedTime(start).TotalMilliseconds / repeats;
    }

    private static double Median(List<double> times)
    {
        var sorted = times.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
