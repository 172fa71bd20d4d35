using System.Collections.Immutable;

namespace PolicyCheck.Cli.Benching;

/// <summary>What was measured, and of what.</summary>
/// <param name="Rounds">How many rounds the medians are of.</param>
/// <param name="RuleSets">How many rule sets were loaded.</param>
/// <param name="Rules">How many rules they have.</param>
/// <param name="RulesDigest">One digest of all files of rules.</param>
/// <param name="Manifests">How many manifests were read.</param>
/// <param name="ManifestBytes">How many bytes their files have.</param>
/// <param name="ManifestsDigest">One digest of all files of manifests.</param>
/// <param name="Steps">The steps, in the order of a run.</param>
internal sealed record BenchResult(
    int Rounds,
    int RuleSets,
    int Rules,
    string RulesDigest,
    int Manifests,
    long ManifestBytes,
    string ManifestsDigest,
    ImmutableArray<BenchStep> Steps);
