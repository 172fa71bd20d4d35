using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Text;

namespace PolicyCheck.RuleSets;

/// <summary>One provision that a deployment can meet or break.</summary>
/// <param name="RuleSetId">The rule set it belongs to.</param>
/// <param name="Id">The identifier, distinct within its rule set.</param>
/// <param name="Title">What it says, as a sentence without a final period.</param>
/// <param name="Citation">Where the text says so.</param>
/// <param name="Kind">Whether it prohibits, requires or permits.</param>
/// <param name="When">To what it applies, or null where to everything.</param>
/// <param name="Demand">What is prohibited, required or permitted.</param>
/// <param name="Exceptions">What it doesn't apply to.</param>
/// <param name="Overrides">The rules that a permission overrides.</param>
/// <param name="InForce">The days of its own, or empty where it applies as long as its rule set.</param>
/// <param name="Unresolved">The days on which it is unsettled whether it binds.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Remedy">What would cure a failure.</param>
/// <param name="Confidence">How sure those who encoded it are.</param>
/// <param name="Note">What is uncertain, or null.</param>
/// <param name="Location">Where it is written.</param>
public sealed record Rule(
    string RuleSetId,
    string Id,
    string Title,
    Citation Citation,
    RuleKind Kind,
    Condition? When,
    Condition Demand,
    ImmutableArray<ExceptionClause> Exceptions,
    ImmutableArray<RuleReference> Overrides,
    ImmutableArray<InForcePeriod> InForce,
    ImmutableArray<UnresolvedPeriod> Unresolved,
    Severity Severity,
    string Remedy,
    Confidence Confidence,
    string? Note,
    Location Location)
{
    /// <summary>Who may waive it and for how long; null where nobody may.</summary>
    public Waivability? Waivable { get; init; }

    /// <summary>The name that is distinct among all rules: rule set, slash, rule.</summary>
    public string QualifiedId => $"{RuleSetId}/{Id}";

    /// <summary>All its conditions: when it speaks, what it demands, and its exceptions.</summary>
    public IEnumerable<Condition> Conditions => [.. When is null ? Array.Empty<Condition>() : [When], Demand, .. Exceptions.Select(exception => exception.When)];

    /// <summary>Whether its own period, if it has one, holds a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForce(DateOnly day) => InForce.IsEmpty || InForce.Any(period => period.Period.Contains(day));
}

/// <summary>What a rule doesn't apply to.</summary>
/// <param name="Id">The identifier, distinct within its rule.</param>
/// <param name="Title">What it says.</param>
/// <param name="Citation">Where the text says so.</param>
/// <param name="When">When it applies.</param>
/// <param name="InForce">The days of its own, or empty where it applies as long as its rule.</param>
/// <param name="Location">Where it is written.</param>
public sealed record ExceptionClause(
    string Id,
    string Title,
    Citation Citation,
    Condition When,
    ImmutableArray<InForcePeriod> InForce,
    Location Location)
{
    /// <summary>Whether its own period, if it has one, holds a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForce(DateOnly day) => InForce.IsEmpty || InForce.Any(period => period.Period.Contains(day));
}

/// <summary>A rule that another names.</summary>
/// <param name="RuleSetId">The rule set.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Location">Where it is named.</param>
public readonly record struct RuleReference(string RuleSetId, string RuleId, Location Location);
