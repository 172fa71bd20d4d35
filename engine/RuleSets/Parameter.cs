using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Text;

namespace PolicyCheck.RuleSets;

/// <summary>A number, or another value, that a text sets and may change.</summary>
/// <param name="Name">The name, used after <c>$</c>.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Values">The values with the days they hold.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record Parameter(string Name, string Meaning, ImmutableArray<DatedNode> Values, Location Location);
