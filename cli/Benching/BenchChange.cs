namespace PolicyCheck.Cli.Benching;

/// <summary>A step then and now.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Then">Its ratio then.</param>
/// <param name="Now">Its ratio now.</param>
/// <param name="HasGrown">Whether it grew beyond what is allowed.</param>
internal sealed record BenchChange(string Name, double Then, double Now, bool HasGrown)
{
    /// <summary>By how many per cent the ratio changed.</summary>
    public double PerCent => ((Now / Then) - 1) * 100;
}
