namespace PolicyCheck.Benchmarks.Measuring;

/// <summary>What was measured beside its yardstick.</summary>
/// <param name="Name">What, in words.</param>
/// <param name="Measured">What it took.</param>
/// <param name="Yardstick">What the yardstick took.</param>
/// <param name="YardstickName">The yardstick, in words.</param>
/// <param name="Unit">The unit of both.</param>
internal sealed record Measurement(string Name, double Measured, double Yardstick, string YardstickName, string Unit)
{
    /// <summary>The most that the ratio may be, or null where none was set.</summary>
    public double? AtMost { get; init; }

    /// <summary>What is allowed beyond <see cref="AtMost"/>, in the unit of both.</summary>
    public double Plus { get; init; }

    /// <summary>How many times faster than the yardstick it must be, or null where nothing was set.</summary>
    public double? TimesFaster { get; init; }

    /// <summary>How many times the yardstick it took.</summary>
    public double Ratio => Measured / Yardstick;

    /// <summary>Whether the limit is kept; null where there is none.</summary>
    public bool? Kept => AtMost is { } most ? Measured <= (most * Yardstick) + Plus : TimesFaster is { } times ? Yardstick / Measured >= times : null;

    /// <summary>The limit in words.</summary>
    public string Limit => AtMost is { } most ? Texts.Of($"at most {most} times{(Plus > 0 ? Texts.Of($" and {Plus} {Unit}") : "")}") : TimesFaster is { } times ? Texts.Of($"at least {times} times faster") : "none";

    /// <summary>The ratio in words.</summary>
    public string RatioText => TimesFaster is null ? Texts.Of($"{Ratio:0.00}") : Texts.Of($"{Yardstick / Measured:0.0} times faster");
}
