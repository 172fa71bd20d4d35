using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Evaluation;

/// <summary>What can keep a rule from failing: an exception of its own, or a permission that overrides it.</summary>
/// <param name="Name">The exception's identifier, or the permission's qualified one.</param>
/// <param name="Title">What it says.</param>
/// <param name="RuleSetId">The rule set that holds it.</param>
/// <param name="Citation">Where the text says so.</param>
/// <param name="IsPermission">Whether it is a permission.</param>
/// <param name="Condition">When it applies.</param>
/// <param name="InForce">The days on which it does; every list must have one that holds, an empty list always does.</param>
public sealed record Relief(
    string Name,
    string Title,
    string RuleSetId,
    Citation Citation,
    bool IsPermission,
    Condition Condition,
    ImmutableArray<ImmutableArray<InForcePeriod>> InForce)
{
    /// <summary>The source that it cites, or null where there is none of that name.</summary>
    public Source? Source { get; init; }

    /// <summary>The days on which it is unsettled whether it holds: those of a permission and its rule set.</summary>
    public ImmutableArray<UnresolvedPeriod> Unresolved { get; init; } = [];

    /// <summary>Whether it is in force on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForce(DateOnly day) => InForce.All(periods => periods.IsEmpty || periods.Any(period => period.Period.Contains(day)));
}
