namespace PolicyCheck.Bundles;

/// <summary>A kind of archive that is sealed.</summary>
/// <param name="Name">The word for it.</param>
/// <param name="IndexName">The name of its index, which comes first.</param>
/// <param name="MediaType">The media type under which the index is signed.</param>
internal sealed record ArchiveKind(string Name, string IndexName, string MediaType)
{
    /// <summary>Rule sets and vocabularies.</summary>
    public static ArchiveKind Bundle { get; } = new("bundle", "bundle.json", "application/vnd.policycheck.bundle+json");

    /// <summary>What a report follows from, with the report.</summary>
    public static ArchiveKind EvidencePack { get; } = new("evidence pack", "pack.json", "application/vnd.policycheck.pack+json");
}
