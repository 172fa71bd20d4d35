using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Timelines;

/// <summary>Why something changes from one day to the next.</summary>
/// <param name="Kind">What kind of reason it is.</param>
/// <param name="Sentence">The reason in plain words, without a final period.</param>
public sealed record Cause(CauseKind Kind, string Sentence)
{
    /// <summary>The rule set that it concerns, or null where the deployment's own period is the reason.</summary>
    public RuleSet? RuleSet { get; init; }

    /// <summary>Where the text says so, or null.</summary>
    public Citation? Citation { get; init; }

    /// <summary>What those who encoded the rule noted of the day, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The line of a manifest or of a file of waivers that has the day, or null.</summary>
    public Location? Location { get; init; }
}
