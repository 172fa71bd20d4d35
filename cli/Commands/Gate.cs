using PolicyCheck.Assessments;
using PolicyCheck.Reports;

namespace PolicyCheck.Cli.Commands;

/// <summary>Whether a report lets a build through; the formats of reports have no say in it.</summary>
internal static class Gate
{
    /// <summary>The exit code of a check.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="request">What fails the build.</param>
    public static ExitCode Code(Report report, CheckRequest request)
    {
        var findings = report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Speaking);
        return ExitCodes.Worst(
        [
            .. report.Assessments.Select(assessment => Code(assessment, request)),
            .. report.HasInvalidInput ? [ExitCode.InvalidInput] : Array.Empty<ExitCode>(),
            .. findings.Any(finding => finding.Outcome == RuleOutcome.Error) ? [ExitCode.InternalError] : Array.Empty<ExitCode>(),
        ]);
    }

    /// <summary>The exit code of a check of one deployment alone.</summary>
    /// <param name="assessment">What was found about it.</param>
    /// <param name="request">What fails the build.</param>
    public static ExitCode Alone(Assessment assessment, CheckRequest request) =>
        assessment.Uses.Any(use => use.Speaking.Any(finding => finding.Outcome == RuleOutcome.Error)) ? ExitCode.InternalError : Code(assessment, request);

    private static ExitCode Code(Assessment assessment, CheckRequest request)
    {
        var fails = !request.FailOn.Contains("never");
        if (assessment.Verdict == Verdict.NotApplicable)
        {
            return fails && request.FailOn.Contains("not-applicable") ? ExitCode.DoesNotHold : ExitCode.Holds;
        }

        var breaking = assessment.Uses.SelectMany(use => use.Speaking).Where(finding => Breaks(finding, request)).Select(finding => Verdicts.Of(finding, request.Options));
        return Verdicts.Worst(breaking) switch
        {
            Verdict.NonCompliant when fails => ExitCode.DoesNotHold,
            Verdict.Indeterminate when fails && !request.FailOn.Contains("non-compliant") => ExitCode.Indeterminate,
            _ => ExitCode.Holds,
        };
    }

    // What the baseline has, and what matters less than was asked for, is reported and breaks nothing.
    private static bool Breaks(Finding finding, CheckRequest request) =>
        finding.Baseline is null or BaselineState.New && (request.MinSeverity is null || finding.Rule.Severity <= request.MinSeverity);
}
