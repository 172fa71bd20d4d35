namespace PolicyCheck.Cli.Fleets;

/// <summary>What a run of <c>check</c> was asked for that concerns fleets alone.</summary>
/// <param name="Jobs">How many documents are judged at the same time; null for as many as there are processors.</param>
/// <param name="Resume">Whether an interrupted run is continued.</param>
/// <param name="Shard">Which part of the fleet is judged.</param>
/// <param name="StandardInput">What standard input holds, or null where it follows from the rest.</param>
internal sealed record FleetRequest(int? Jobs, bool Resume, Shard Shard, string? StandardInput)
{
    /// <summary>Standard input with manifests as in a file.</summary>
    public const string Manifest = "manifest";

    /// <summary>Standard input with a manifest a line.</summary>
    public const string Lines = "ndjson";

    /// <summary>Nothing asked for.</summary>
    public static FleetRequest None { get; } = new(null, false, Shard.Whole, null);

    /// <summary>The options that were given, in the order of help.</summary>
    public IEnumerable<string> Given => new (bool IsGiven, string Option)[] { (Jobs is not null, "--jobs"), (Resume, "--resume"), (Shard != Shard.Whole, "--shard") }.Where(one => one.IsGiven).Select(one => one.Option);
}
