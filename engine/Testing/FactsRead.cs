using System.Collections.Immutable;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Testing;

/// <summary>Which facts rules read.</summary>
public static class FactsRead
{
    /// <summary>The paths of the facts that any rule of a library reads, of those from which they follow, and <c>places</c>, which decides where rule sets bind.</summary>
    /// <param name="library">The library.</param>
    public static ImmutableHashSet<string> By(RuleLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var read = library.RuleSets
            .SelectMany(set => set.Rules.SelectMany(rule => rule.Conditions).Concat(set.Reaches.Select(reach => reach.When)))
            .SelectMany(condition => condition.Leaves())
            .Select(leaf => leaf.Fact.Path)
            .Append("places")
            .ToHashSet(StringComparer.Ordinal);
        read.UnionWith(library.Vocabulary.Implications.Where(implication => read.Contains(implication.Then.Path)).Select(implication => implication.When.Path).ToList());
        return [.. read];
    }
}
