using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>Why a rule's failure, or the exception that keeps it from failing, isn't certain, although its condition is.</summary>
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
        return About(set.Unresolved.Concat(rule.Unresolved), set.FindSource(rule.Citation.SourceId), asOf, "the rule");
    }

    /// <summary>The reason to doubt an exception or a permission on a day, or null where there is none.</summary>
    /// <param name="relief">The exception or permission.</param>
    /// <param name="asOf">The day.</param>
    public static string? About(Relief relief, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(relief);
        return About(relief.Unresolved, relief.Source, asOf, relief.IsPermission ? "the permission" : $"the exception {relief.Name}");
    }

    private static string? About(IEnumerable<UnresolvedPeriod> unresolved, Source? source, DateOnly asOf, string what) =>
        unresolved.FirstOrDefault(period => period.Period.Contains(asOf)) is { } open ? open.Reason
            : source is { Read: ReadFrom.Recollection } ? $"nobody has read {source.Title}: {what} is written from memory"
            : null;
}
