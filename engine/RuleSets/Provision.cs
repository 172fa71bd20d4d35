using PolicyCheck.Text;

namespace PolicyCheck.RuleSets;

/// <summary>A provision of a text that no rule encodes.</summary>
/// <param name="Citation">Where the text says it.</param>
/// <param name="Says">What it says, in a sentence.</param>
/// <param name="Why">Why no rule encodes it, or what a person has to judge.</param>
/// <param name="NeedsPerson">Whether a person has to judge it; else it was left out on purpose.</param>
/// <param name="Location">Where it begins.</param>
public sealed record Provision(Citation Citation, string Says, string Why, bool NeedsPerson, Location Location);
