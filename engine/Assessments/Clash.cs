using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>A rule that pulls the other way than one that is broken.</summary>
/// <param name="Rule">The other rule.</param>
/// <param name="CanBothBeKept">Whether a deployment by the same people, in the same places and for the same purpose could keep both.</param>
public sealed record Clash(Rule Rule, bool CanBothBeKept);
