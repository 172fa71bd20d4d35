namespace PolicyCheck.Benchmarks.Generation;

/// <summary>The types of the facts that generated manifests state.</summary>
internal enum FactKind
{
    Flag,
    Text,
    Choice,
    Choices,
    Count,
    Ratio,
    Date,

    /// <summary>A span of time, in days.</summary>
    Days,
    Places,
}
