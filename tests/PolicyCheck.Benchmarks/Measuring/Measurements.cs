using System.Collections.Immutable;

namespace PolicyCheck.Benchmarks.Measuring;

/// <summary>Everything measured in one run, printed as it comes.</summary>
internal sealed class Measurements
{
    private readonly List<Measurement> _all = [];

    /// <summary>All, in order.</summary>
    public ImmutableArray<Measurement> All => [.. _all];

    /// <summary>Notes and prints a measurement.</summary>
    /// <param name="measurement">The measurement.</param>
    public void Add(Measurement measurement)
    {
        _all.Add(measurement);
        var kept = measurement.Kept is { } isKept ? $"; {measurement.Limit}: {(isKept ? "kept" : "exceeded")}" : "";
        Console.WriteLine($"{measurement.Name,-62} {Texts.Short(measurement.Measured),8} {measurement.Unit}, {measurement.YardstickName} {Texts.Short(measurement.Yardstick)} {measurement.Unit}, ratio {measurement.RatioText}{kept}");
    }

    /// <summary>0 where every limit is kept, else 1.</summary>
    public int ExitCode => _all.Exists(measurement => measurement.Kept == false) ? 1 : 0;
}
