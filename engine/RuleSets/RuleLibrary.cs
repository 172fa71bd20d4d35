using System.Collections.Immutable;
using PolicyCheck.Facts;
using PolicyCheck.Text;

namespace PolicyCheck.RuleSets;

/// <summary>The vocabulary and all rule sets that were loaded, checked against each other.</summary>
/// <param name="Vocabulary">The declared facts.</param>
/// <param name="RuleSets">The rule sets, in ordinal order of their identifiers.</param>
/// <param name="Diagnostics">Every problem found; a library with an error must not be used to assess.</param>
public sealed record RuleLibrary(Vocabulary Vocabulary, ImmutableArray<RuleSet> RuleSets, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether something was wrong with a file.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error);

    /// <summary>The rule set with an identifier, or null.</summary>
    /// <param name="id">The identifier.</param>
    public RuleSet? Find(string id) => RuleSets.FirstOrDefault(set => set.Id == id);
}
