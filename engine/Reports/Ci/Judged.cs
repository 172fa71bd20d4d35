using PolicyCheck.Assessments;

namespace PolicyCheck.Reports.Ci;

/// <summary>The findings that a list of tests or rows has: those of rules that are in force where the deployment is.</summary>
internal static class Judged
{
    /// <summary>Each with its use, in the order of the report.</summary>
    public static IEnumerable<(UseAssessment Use, Finding Finding)> Of(Assessment assessment) =>
        from use in assessment.Uses
        from finding in use.Findings
        where finding.Reason is FindingReason.Evaluated or FindingReason.SetAside
        select (use, finding);
}
