using System.Collections.Immutable;

namespace PolicyCheck.Projects;

/// <summary>A key of the configuration that stands for an option of <c>check</c>: <c>failOn</c> for <c>--fail-on</c> and <c>POLICYCHECK_FAIL_ON</c>.</summary>
/// <param name="Name">The key, in camel case.</param>
/// <param name="Meaning">What it sets, as a sentence.</param>
/// <param name="IsList">Whether it takes several values.</param>
/// <param name="IsPath">Whether its values are paths, which start from the configuration's folder.</param>
/// <param name="Words">The words it takes; empty where it takes others.</param>
public sealed record ProjectKey(string Name, string Meaning, bool IsList, bool IsPath, ImmutableArray<string> Words)
{
    /// <summary>All keys, in the order in which <c>config show</c> lists them.</summary>
    public static ImmutableArray<ProjectKey> All { get; } =
    [
        new("manifests", "Manifest files and folders to check where the command line names none.", IsList: true, IsPath: true, []),
        new("rules", "Folders of rule sets of your own, or bundles, that are used besides the built-in ones.", IsList: true, IsPath: true, []),
        new("publicKey", "The public key that bundles of rules are verified by.", IsList: false, IsPath: true, []),
        new("include", "What else to consider.", IsList: true, IsPath: false, ["proposals"]),
        new("failOn", "What else fails the check, or what alone does.", IsList: true, IsPath: false, FailOnWords),
        new("minSeverity", "The least severity that fails the check; what is less severe is reported all the same.", IsList: false, IsPath: false, RuleSets.Words.Severities),
        new("minBasis", "How well a fact must be known to count; of a fact that is stated more weakly nothing is known.", IsList: false, IsPath: false, Conditions.OperatorWords.Bases),
        new("strict", "Whether failures of rules that nobody read, or whose standing is unresolved, count as failures.", IsList: false, IsPath: false, ["true", "false"]),
        new("waivers", "Files of waivers.", IsList: true, IsPath: true, []),
        new("baseline", "The baseline: only failures that it doesn't have fail the check.", IsList: false, IsPath: true, []),
        new("explain", "How much the text report explains.", IsList: false, IsPath: false, ["off", "fails", "full"]),
        new("output", "Formats of reports, each with =PATH where it goes to a file.", IsList: true, IsPath: false, []),
    ];

    /// <summary>The words that say what fails a check.</summary>
    public static ImmutableArray<string> FailOnWords => ["advisory", "not-applicable", "non-compliant", "never"];

    /// <summary>The option of the command line, such as <c>--fail-on</c>.</summary>
    public string Flag => "--" + string.Concat(Name.Select(letter => char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : letter.ToString()));

    /// <summary>The variable of the environment, such as <c>POLICYCHECK_FAIL_ON</c>; several values stand apart by semicolons.</summary>
    public string Variable => "POLICYCHECK_" + Flag[2..].Replace('-', '_').ToUpperInvariant();
}
