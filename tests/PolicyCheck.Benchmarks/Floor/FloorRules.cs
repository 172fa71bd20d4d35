using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Benchmarks.Floor;

/// <summary>The hand-written rules, in the order of their numbers.</summary>
internal static class FloorRules
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Func<Deployment, RuleOutcome>> All { get; } =
    [
        .. FloorRules00.All, .. FloorRules01.All, .. FloorRules02.All, .. FloorRules03.All, .. FloorRules04.All,
        .. FloorRules05.All, .. FloorRules06.All, .. FloorRules07.All, .. FloorRules08.All, .. FloorRules09.All,
    ];
}
