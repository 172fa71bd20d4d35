using System.Collections.Immutable;

namespace PolicyCheck.Cli.Benching;

/// <summary>Tells what grew since an earlier measurement, be it on another machine: ratios are compared, and times aren't.</summary>
internal static class BenchComparison
{
    /// <summary>By how much of its yardstick a step has to grow at the least; below that nobody waits longer, however many per cent it is.</summary>
    public const double Floor = 0.05;

    /// <summary>Compares each step with the one of its name; a step that wasn't measured then has grown from nothing that is known, and so hasn't.</summary>
    /// <param name="then">The earlier measurement.</param>
    /// <param name="now">The present one.</param>
    /// <param name="perCent">By how many per cent a ratio may grow.</param>
    public static ImmutableArray<BenchChange> Compare(BenchResult then, BenchResult now, int perCent) =>
    [
        .. from step in now.Steps
           from earlier in then.Steps
           where earlier.Name == step.Name
           select new BenchChange(step.Name, earlier.Ratio, step.Ratio, step.Ratio > earlier.Ratio * (1 + (perCent / 100.0)) && step.Ratio - earlier.Ratio > Floor),
    ];
}
