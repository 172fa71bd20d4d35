using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>A text that sets another aside.</summary>
/// <param name="By">The rule set.</param>
/// <param name="Preemption">Where its text says so.</param>
public sealed record SettingAside(RuleSet By, Preemption Preemption)
{
    internal bool Counts(DateOnly asOf, bool includesProposals) => By.IsInForce(asOf) && (includesProposals || By.Standing != Standing.Proposal);

    internal bool IsUnsettled(DateOnly asOf) => By.Unresolved.Any(period => period.Period.Contains(asOf));
}
