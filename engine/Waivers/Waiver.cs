using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Waivers;

/// <summary>An accepted failure of one rule by one deployment, with reason, grantor and end.</summary>
/// <param name="Id">The identifier, distinct among all waivers of a run.</param>
/// <param name="Rule">The rule that is waived, as rule set, slash, rule.</param>
/// <param name="Deployment">The identifier of the manifest that is excused.</param>
/// <param name="Digest">The digest that the manifest's file must have, as <c>sha256:</c> and lower-case hexadecimal digits, or null where it isn't bound to one version.</param>
/// <param name="Uses">The uses that are excused; empty where all of the deployment are.</param>
/// <param name="Reason">Why.</param>
/// <param name="Grantor">The person who granted it.</param>
/// <param name="Authority">The office by which they could.</param>
/// <param name="From">The first day, inclusive.</param>
/// <param name="To">The last day, inclusive.</param>
/// <param name="Location">Where it is written.</param>
public sealed record Waiver(
    string Id,
    string Rule,
    string Deployment,
    string? Digest,
    ImmutableArray<string> Uses,
    string Reason,
    string Grantor,
    string Authority,
    DateOnly From,
    DateOnly To,
    Location Location);
