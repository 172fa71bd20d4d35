using PolicyCheck.Assessments;
using PolicyCheck.Values;

namespace PolicyCheck.Timelines;

/// <summary>What of a finding counts as a change: not why a rule doesn't speak, and not the words.</summary>
internal static class FindingState
{
    public static bool IsSame(Finding one, Finding other) =>
        one.Outcome == other.Outcome
        && (one.Outcome == RuleOutcome.NotApplicable
            || (one.Doubt == other.Doubt
                && one.Waiver?.Id == other.Waiver?.Id
                && one.Missing.Select(fact => fact.Path).SequenceEqual(other.Missing.Select(fact => fact.Path), StringComparer.Ordinal)
                && one.MissingParameters.SequenceEqual(other.MissingParameters, StringComparer.Ordinal)
                && Applying(one).SequenceEqual(Applying(other), StringComparer.Ordinal)));

    private static IEnumerable<string> Applying(Finding finding) => finding.Exceptions.Where(relief => relief.Truth == Truth.True).Select(relief => relief.Relief.Name);
}
