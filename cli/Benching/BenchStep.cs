namespace PolicyCheck.Cli.Benching;

/// <summary>What a step of a run cost, beside YamlDotNet's events over the files that the step works on.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Milliseconds">The median of what it took.</param>
/// <param name="YardstickMilliseconds">The median of what the events took, measured in turn with it.</param>
internal sealed record BenchStep(string Name, double Milliseconds, double YardstickMilliseconds)
{
    /// <summary>How many times the yardstick it took.</summary>
    public double Ratio => Milliseconds / YardstickMilliseconds;
}
