using System.Collections.Immutable;
using PolicyCheck.Loading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>The tests of one rule set, or of several together.</summary>
/// <param name="Source">The file.</param>
/// <param name="RuleSets">The rule sets under test, in the order written.</param>
/// <param name="Cases">The cases that could be read, rows of tables included, in the order written.</param>
/// <param name="Accepted">The mutants that no case needs to tell from the rules.</param>
/// <param name="Manifests">The manifest files that cases start from.</param>
/// <param name="Diagnostics">Every problem found.</param>
public sealed record TestFile(
    PolicyFile Source,
    ImmutableArray<RuleSet> RuleSets,
    ImmutableArray<TestCase> Cases,
    ImmutableArray<AcceptedMutant> Accepted,
    ImmutableArray<PolicyFile> Manifests,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The path of the file.</summary>
    public string Path => Source.Path;

    /// <summary>
    /// The rule sets under test that lie in the same folder: this file answers for how much of them is tested. Of rule sets elsewhere its
    /// cases only say what must come of a deployment.
    /// </summary>
    public ImmutableArray<RuleSet> OwnRuleSets => [.. RuleSets.Where(set => Folder(set.Location.Path) == Folder(Path))];

    /// <summary>Whether something is wrong with the file.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error);

    private static string? Folder(string path) => System.IO.Path.GetDirectoryName(path);
}

/// <summary>A changed rule that no case needs to tell from the one that stands.</summary>
/// <param name="Id">The mutant's identifier, as <c>policycheck mutate</c> prints it.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Location">Where it is written.</param>
public sealed record AcceptedMutant(string Id, string Reason, Location Location);
