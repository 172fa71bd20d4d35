using System.Collections.Immutable;

namespace PolicyCheck.Reports;

/// <summary>The formats that the engine writes, in the order in which help lists them.</summary>
public static class ReportFormats
{
    /// <summary>All formats.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new("json", "programs, in a versioned schema of our own", JsonReport.Write),
    ];
}
