namespace PolicyCheck.Assessments;

/// <summary>What an assessment takes into account.</summary>
/// <param name="IncludeProposals">Whether proposals are considered; they aren't by default.</param>
/// <param name="Strict">Whether failures of rules that nobody read, or whose standing is unresolved, count as failures; by default they count as indeterminate.</param>
/// <param name="AdvisoryCounts">Whether guidance, standards and proposals decide the verdict; by default they are only reported.</param>
public sealed record AssessmentOptions(bool IncludeProposals = false, bool Strict = false, bool AdvisoryCounts = false)
{
    /// <summary>The documented defaults.</summary>
    public static AssessmentOptions Default { get; } = new();
}
