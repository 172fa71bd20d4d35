using System.Collections.Immutable;
using PolicyCheck.Reports.Sarif;

namespace PolicyCheck.Reports;

/// <summary>The formats that the engine writes, in the order in which help lists them.</summary>
public static class ReportFormats
{
    /// <summary>All formats.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new("json", "programs, in a versioned schema of our own", JsonReport.Write),
        new("sarif", "editors and archives, in SARIF 2.1.0", SarifReport.Write),
        new("sarif-alerts", "code scanning, in SARIF 2.1.0 without what passes or doesn't apply", SarifReport.WriteAlerts),
    ];
}
