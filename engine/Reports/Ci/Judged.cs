using PolicyCheck.Assessments;

namespace PolicyCheck.Reports.Ci;

/// <summary>A finding as a list of tests or rows has it: of a rule that is in force where the deployment is.</summary>
/// <param name="Use">The use.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Result">What a runner of tests says of it.</param>
internal sealed record Judged(UseAssessment Use, Finding Finding, TestResult Result)
{
    /// <summary>Each with its use, in the order of the report.</summary>
    public static IEnumerable<Judged> Of(Assessment assessment, AssessmentOptions options) =>
        from use in assessment.Uses
        from finding in use.Findings
        where finding.IsInForceHere
        select new Judged(use, finding, ResultOf(finding, options));

    // What may break the gate fails, and nothing else does, so that a test report and the exit code say the same.
    private static TestResult ResultOf(Finding finding, AssessmentOptions options) => Notice.LevelOf(finding, options) switch
    {
        NoticeLevel.Error when finding.Outcome == RuleOutcome.Error => TestResult.Error,
        NoticeLevel.Error or NoticeLevel.Warning => TestResult.Failure,
        null when finding is { Outcome: RuleOutcome.Pass, Doubt: null } => TestResult.Pass,
        _ => TestResult.Skipped,
    };
}

/// <summary>What a runner of tests says.</summary>
internal enum TestResult
{
    /// <summary>The rule is kept.</summary>
    Pass,

    /// <summary>It is broken, open or in doubt, which breaks the gate by default.</summary>
    Failure,

    /// <summary>It breaks nothing: it doesn't apply, is waived, is known to the baseline, or only advises.</summary>
    Skipped,

    /// <summary>It could not be evaluated.</summary>
    Error,
}
