using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>Why a rule's failure isn't certain, although its condition is.</summary>
public static class Doubts
{
    /// <summary>The reason to doubt a rule on a day, or null where there is none.</summary>
    /// <param name="set">The rule set.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="asOf">The day.</param>
    public static string? About(RuleSet set, Rule rule, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rule);
        return set.Unresolved.Concat(rule.Unresolved).FirstOrDefault(period => period.Period.Contains(asOf)) is { } unresolved
            ? unresolved.Reason
            : set.FindSource(rule.Citation.SourceId) is { Read: ReadFrom.Recollection } source
                ? $"nobody has read {source.Title}: the rule is written from memory"
                : null;
    }
}
