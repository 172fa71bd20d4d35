using System.Collections.Immutable;

namespace PolicyCheck.Baselines;

/// <summary>The failures and open questions that were there on a day, so that only new ones break a build.</summary>
/// <param name="AsOf">The day asked about when it was written.</param>
/// <param name="Entries">What was there, in ordinal order of path, deployment, use and rule.</param>
public sealed record Baseline(DateOnly AsOf, ImmutableArray<BaselineEntry> Entries)
{
    /// <summary>The version of the file's format: the first number changes when something is taken away or means something else.</summary>
    public const string SchemaVersion = "1.0";
}

/// <summary>One finding that a baseline has.</summary>
/// <param name="Fingerprint">The finding's name, as <see cref="Assessments.Fingerprint"/> makes it.</param>
/// <param name="Rule">The rule, as rule set, slash, rule.</param>
/// <param name="Path">The manifest's file, from the folder of the baseline.</param>
/// <param name="Deployment">The manifest's identifier.</param>
/// <param name="Use">The use's identifier.</param>
/// <param name="Places">Where the deployment is, as its manifest states it; empty where it doesn't.</param>
/// <param name="Fails">Whether the rule was broken for certain; otherwise it was open.</param>
/// <param name="Facts">The digest of the stated facts that it turned on, with their values, and of those missing.</param>
/// <param name="Since">The day asked about when it was first written into a baseline.</param>
public sealed record BaselineEntry(
    string Fingerprint,
    string Rule,
    string Path,
    string Deployment,
    string Use,
    ImmutableArray<string> Places,
    bool Fails,
    string Facts,
    DateOnly Since);
