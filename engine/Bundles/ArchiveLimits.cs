namespace PolicyCheck.Bundles;

/// <summary>How much of an archive is read before it is refused.</summary>
public static class ArchiveLimits
{
    /// <summary>The largest archive, in bytes: 64 MiB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The largest file in one, in bytes: 16 MiB, as elsewhere.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>The most files in one.</summary>
    public const int MaxFiles = 10_000;
}
