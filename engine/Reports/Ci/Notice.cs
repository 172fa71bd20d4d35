using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Reports.Ci;

/// <summary>A finding that somebody who looks at a build has to see, once for all uses that it is about.</summary>
/// <param name="Assessment">The assessment it belongs to.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Uses">The uses, in the order of the manifest.</param>
/// <param name="Level">How grave it is for the build.</param>
internal sealed record Notice(Assessment Assessment, Finding Finding, ImmutableArray<string> Uses, NoticeLevel Level)
{
    /// <summary>The uses it is about, where the deployment has others; else none, since nothing needs to be told apart.</summary>
    public ImmutableArray<string> UsesToTell => Assessment.Uses.Length > 1 ? Uses : [];

    /// <summary>All notices of a report, the gravest first.</summary>
    public static ImmutableArray<Notice> Of(Report report) => Sorted(report.Assessments.SelectMany(assessment => About(assessment, report.Options)));

    /// <summary>The notices of one assessment, the gravest first.</summary>
    public static ImmutableArray<Notice> Of(Assessment assessment, AssessmentOptions options) => Sorted(About(assessment, options));

    /// <summary>How grave a finding is for a build, or null where it needn't be told.</summary>
    /// <remarks>What the baseline has breaks nothing, a waiver has been granted, and advice doesn't bind: all of that is for whoever looks closer.</remarks>
    public static NoticeLevel? LevelOf(Finding finding, AssessmentOptions options) => finding switch
    {
        { Outcome: RuleOutcome.Error } => NoticeLevel.Error,
        { Outcome: RuleOutcome.Waived } => NoticeLevel.Note,
        { BaselineSince: not null } => NoticeLevel.Note,
        _ => Verdicts.Of(finding, options) switch
        {
            Verdict.NonCompliant => NoticeLevel.Error,
            Verdict.Indeterminate => NoticeLevel.Warning,
            _ when finding.Outcome == RuleOutcome.Fail => NoticeLevel.Note,
            _ => null,
        },
    };

    private static ImmutableArray<Notice> Sorted(IEnumerable<Notice> notices) =>
    [
        .. notices
            .OrderBy(notice => notice.Level)
            .ThenBy(notice => notice.Finding.IsAdvisory)
            .ThenBy(notice => notice.Finding.Rule.Severity)
            .ThenBy(notice => notice.Assessment.Manifest.Path, StringComparer.Ordinal)
            .ThenBy(notice => notice.Finding.Location.Span.Start)
            .ThenBy(notice => notice.Finding.Rule.QualifiedId, StringComparer.Ordinal),
    ];

    private static IEnumerable<Notice> About(Assessment assessment, AssessmentOptions options) =>
        from use in assessment.Uses
        from finding in use.Findings
        let level = LevelOf(finding, options)
        where level is not null
        group use.Use.Id by (Rule: finding.Rule.QualifiedId, finding.Outcome, finding.About?.Location, finding.Doubt, Missing: string.Join(' ', finding.Missing.Select(fact => fact.Path)), Level: level.Value) into alike
        select new Notice(assessment, First(assessment, alike.Key.Rule, alike.First()), [.. alike], alike.Key.Level);

    private static Finding First(Assessment assessment, string rule, string use) => assessment.Uses.First(one => one.Use.Id == use).Findings.First(finding => finding.Rule.QualifiedId == rule);
}

/// <summary>How grave a notice is for a build, the gravest first.</summary>
internal enum NoticeLevel
{
    /// <summary>It breaks a rule for certain.</summary>
    Error,

    /// <summary>It may break a rule.</summary>
    Warning,

    /// <summary>It breaks nothing that binds now.</summary>
    Note,
}
