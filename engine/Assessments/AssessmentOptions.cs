using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>What an assessment takes into account.</summary>
/// <param name="IncludeProposals">Whether proposals are considered; they aren't by default.</param>
/// <param name="Strict">Whether failures of rules that nobody read, or whose standing is unresolved, count as failures; by default they count as indeterminate.</param>
/// <param name="AdvisoryCounts">Whether guidance, standards and proposals decide the verdict; by default they are only reported.</param>
public sealed record AssessmentOptions(bool IncludeProposals = false, bool Strict = false, bool AdvisoryCounts = false)
{
    /// <summary>
    /// How well a fact must be known to count; by default a claim does. Of a fact that is stated more weakly nothing is known, not even
    /// that it is stated, so that asking for more leaves verdicts open and never turns a failure into a pass.
    /// </summary>
    public Basis MinBasis { get; init; }

    /// <summary>The documented defaults.</summary>
    public static AssessmentOptions Default { get; } = new();
}
