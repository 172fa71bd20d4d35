using System.Collections.Immutable;
using PolicyCheck.Reports.Ci;
using PolicyCheck.Reports.Html;
using PolicyCheck.Reports.InToto;
using PolicyCheck.Reports.Oscal;
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
        new("junit", "build servers that read tests", JUnitReport.Write),
        new("tap", "test harnesses, in version 14 of the protocol", TapReport.Write),
        new("github", "GitHub's pull requests, as annotations", GitHubReport.Write),
        new("gitlab", "GitLab's merge requests, as Code Quality", GitLabReport.Write),
        new("azuredevops", "Azure Pipelines, as logging commands", AzureReport.Write),
        new("markdown", "a build's summary or a comment", MarkdownReport.Write),
        new("csv", "spreadsheets", CsvReport.Write),
        new("oscal", "auditors' tools, as assessment results of OSCAL", OscalReport.Write),
        new("intoto", "attestations of in-toto, signed with --signing-key, one a line", InTotoReport.Write),
        new("html", "people, as one page to read, print and file", HtmlReport.Write),
    ];
}
