using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Reports.Ci;

/// <summary>Reports for tests: of small examples and of what ships, and what the formats make of them.</summary>
internal static class Reporting
{
    public static RulesEngineEvaluator Engine { get; } = new();

    /// <summary>A report of manifests, each a path and a text.</summary>
    public static Report Of(RuleLibrary library, string asOf, AssessmentOptions? options, params (string Path, string Text)[] manifests)
    {
        var assessor = new Assessor(library, Engine);
        var files = manifests.Select(file => ManifestReader.Read(file.Path, Encoding.UTF8.GetBytes(file.Text), library.Vocabulary)).ToList();
        var day = Example.Day(asOf);
        return new(
            day,
            library.Vocabulary,
            library.RuleSets,
            [.. files.SelectMany(file => file.Manifests).Select(manifest => assessor.Assess(manifest, day, options))],
            [.. files.SelectMany(file => file.Diagnostics)])
        {
            Options = options ?? AssessmentOptions.Default,
        };
    }

    /// <summary>A report with the findings about a rule changed, those of one use or of all.</summary>
    public static Report With(this Report report, string rule, Func<Finding, Finding> change, string? use = null) => report with
    {
        Assessments =
        [
            .. report.Assessments.Select(assessment => assessment with
            {
                Uses =
                [
                    .. assessment.Uses.Select(one => use is not null && one.Use.Id != use ? one : one with
                    {
                        Findings = [.. one.Findings.Select(finding => finding.Rule.Id == rule || finding.Rule.QualifiedId == rule ? change(finding) : finding)],
                    }),
                ],
            }),
        ],
    };

    public static Waiver Waiver(Finding finding, string reason = "The service ends in March", string grantor = "J. Doe") =>
        new("w-1", finding.Rule.QualifiedId, "shop", null, [], reason, grantor, "Data protection officer", Example.Day("2020-01-01"), Example.Day("2020-12-31"), finding.Location);

    public static Finding Waived(Finding finding) => finding with { Outcome = RuleOutcome.Waived, Waiver = Waiver(finding) };

    /// <summary>A report in a format.</summary>
    public static string Text(this Report report, string format)
    {
        using var stream = new MemoryStream();
        ReportFormats.All.Single(one => one.Name == format).Write(report, stream);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }

    public static ImmutableArray<Diagnostic> Diagnostics(string path, string message) =>
        [Diagnostic.Error("PC999", new(new SourceText(path, "manifest: x\n"), new(0, 8)), message, $"mend {message}")];
}
