using PolicyCheck.Text;

namespace PolicyCheck.Coverage;

/// <summary>Something about a rule set that a case can reach.</summary>
/// <param name="RuleSetId">The rule set.</param>
/// <param name="RuleId">The rule, or null where it is the whole rule set or a definition.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="What">What a case must do to reach it, as a phrase after <c>no case</c>.</param>
/// <param name="Location">Where it is written.</param>
/// <param name="IsReached">Whether a case reaches it.</param>
public sealed record CoverageItem(string RuleSetId, string? RuleId, CoverageKind Kind, string What, Location Location, bool IsReached);

/// <summary>What kinds of things cases reach.</summary>
public enum CoverageKind
{
    /// <summary>An outcome that a rule can have, expected and found.</summary>
    Outcome,

    /// <summary>An exception that applies.</summary>
    Exception,

    /// <summary>A definition that holds, or doesn't.</summary>
    Definition,

    /// <summary>One side of a limit on a number, a length of time or a day.</summary>
    Boundary,

    /// <summary>A deployment elsewhere that a rule set binds all the same.</summary>
    Reach,

    /// <summary>The last day before something begins or ends, or the first day after.</summary>
    Day,
}
