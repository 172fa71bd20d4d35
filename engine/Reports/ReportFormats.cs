using System.Collections.Immutable;
using PolicyCheck.Reports.Sarif;
using PolicyCheck.Reports.Html;
using PolicyCheck.Reports.InToto;

namespace PolicyCheck.Reports;

/// <summary>The formats that the engine writes, in the order in which help lists them.</summary>
public static class ReportFormats
{
    /// <summary>All formats.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        new("json", "programs, in a versioned schema of our own", JsonReport.Write),
        new("sarif", "code scanning and editors, in SARIF 2.1.0", SarifReport.Write),
        new("intoto", "attestations of in-toto, signed with --signing-key, one a line", InTotoReport.Write),
        new("html", "people, as one page to read, print and file", HtmlReport.Write),
    ];
}
