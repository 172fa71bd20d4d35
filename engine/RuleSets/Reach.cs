using PolicyCheck.Conditions;
using PolicyCheck.Text;

namespace PolicyCheck.RuleSets;

/// <summary>Why a text binds a deployment that lies outside its jurisdictions.</summary>
/// <param name="Title">Which deployments it reaches.</param>
/// <param name="Citation">Where the text says so.</param>
/// <param name="When">When it reaches them.</param>
/// <param name="Location">Where it begins.</param>
public sealed record Reach(string Title, Citation Citation, Condition When, Location Location);
