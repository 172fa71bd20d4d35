using System.Collections.Immutable;

namespace PolicyCheck.RuleSets;

/// <summary>What became of each provision of a text.</summary>
/// <param name="RuleSet">The rule set that encodes it.</param>
/// <param name="Provisions">First those with a rule, then the others, both in the order of the text.</param>
public sealed record TextCoverage(RuleSet RuleSet, ImmutableArray<CoveredProvision> Provisions)
{
    /// <summary>Whether the author has listed what no rule encodes; else nobody can say how much of the text is covered.</summary>
    public bool IsListed => !RuleSet.NotEncoded.IsDefault;

    /// <summary>The coverage of a rule set's text.</summary>
    /// <param name="set">The rule set.</param>
    public static TextCoverage Of(RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(set, [.. set.Rules.Select(OfRule), .. (set.NotEncoded.IsDefault ? [] : set.NotEncoded).Select(OfProvision)]);
    }

    /// <summary>How many provisions came out so.</summary>
    /// <param name="status">What became of them.</param>
    public int Count(ProvisionStatus status) => Provisions.Count(provision => provision.Status == status);

    private static CoveredProvision OfRule(Rule rule)
    {
        var judged = rule.Conditions
            .SelectMany(condition => condition.Leaves())
            .Select(leaf => leaf.Fact)
            .Where(fact => fact.IsJudgement)
            .Select(fact => fact.Path)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        return new(rule.Citation, rule.Title, judged.IsEmpty ? ProvisionStatus.Rule : ProvisionStatus.JudgedRule, rule.Id, judged, null);
    }

    private static CoveredProvision OfProvision(Provision provision) =>
        new(provision.Citation, provision.Says, provision.NeedsPerson ? ProvisionStatus.Person : ProvisionStatus.NotEncoded, null, [], provision.Why);
}

/// <summary>What became of one provision.</summary>
/// <param name="Citation">Where the text says it.</param>
/// <param name="Says">What it says.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Rule">The rule that encodes it, or null.</param>
/// <param name="Judged">The facts its rule reads that somebody has to judge.</param>
/// <param name="Why">Why no rule encodes it, or what a person has to judge; null where there is a rule.</param>
public sealed record CoveredProvision(Citation Citation, string Says, ProvisionStatus Status, string? Rule, ImmutableArray<string> Judged, string? Why);

/// <summary>What can become of a provision.</summary>
public enum ProvisionStatus
{
    /// <summary>A rule decides it from facts that can be observed.</summary>
    Rule,

    /// <summary>A rule decides it, and somebody has to judge a fact that it reads.</summary>
    JudgedRule,

    /// <summary>No fact can hold it: a person has to judge it.</summary>
    Person,

    /// <summary>It was left out on purpose.</summary>
    NotEncoded,
}
