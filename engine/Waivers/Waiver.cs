using System.Collections.Immutable;
using PolicyCheck.Conditions;
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
    Location Location)
{
    /// <summary>Who asked for it.</summary>
    public string RequestedBy { get; init; } = "";

    /// <summary>What must hold of a use for it to be excused, or null where nothing else must.</summary>
    public Condition? Conditions { get; init; }

    /// <summary>The identifier of the waiver that it prolongs, or null.</summary>
    public string? Renews { get; init; }

    /// <summary>The document by which it was granted, or null.</summary>
    public string? Document { get; init; }

    /// <summary>Where the value of each key is written.</summary>
    internal ImmutableDictionary<string, Location> Places { get; init; } = ImmutableDictionary<string, Location>.Empty;

    /// <summary>Whether a day lies between its first and its last, both counted.</summary>
    /// <param name="day">The day.</param>
    public bool IsRunning(DateOnly day) => From <= day && day <= To;

    /// <summary>Whether it excuses a use of its deployment, as far as its days and its conditions allow.</summary>
    /// <param name="use">The use's identifier.</param>
    public bool IsForUse(string use) => Uses.IsEmpty || Uses.Contains(use);

    /// <summary>Whether it is about the same rule, deployment and use as another.</summary>
    /// <param name="other">The other.</param>
    public bool IsAboutSame(Waiver other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Rule == other.Rule && Deployment == other.Deployment && (Uses.IsEmpty || other.Uses.IsEmpty || Uses.Any(other.Uses.Contains));
    }

    /// <summary>Where the value of a key is written; where the waiver begins when it has no such key.</summary>
    internal Location At(string key) => Places.GetValueOrDefault(key, Location);
}
