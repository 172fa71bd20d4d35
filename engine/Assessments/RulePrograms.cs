using System.Collections.Frozen;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>The programs of a library's rules, each made when first needed.</summary>
internal static class RulePrograms
{
    /// <summary>The programs by the rules' qualified names, with every permission that overrides them.</summary>
    /// <param name="library">The library.</param>
    public static FrozenDictionary<string, Lazy<RuleProgram>> Of(RuleLibrary library)
    {
        var rules = Rules(library);
        var overriding = Overriding(rules);
        return rules.ToFrozenDictionary(pair => pair.Rule.QualifiedId, pair => Program(library, rules, pair, overriding[pair.Rule.QualifiedId]), StringComparer.Ordinal);
    }

    /// <summary>The programs where proposals aren't considered: the same but for rules that a proposal's permission overrides.</summary>
    /// <param name="library">The library.</param>
    /// <param name="all">Its programs.</param>
    public static FrozenDictionary<string, Lazy<RuleProgram>> WithoutProposals(RuleLibrary library, FrozenDictionary<string, Lazy<RuleProgram>> all)
    {
        var rules = Rules(library);
        var overriding = Overriding(rules);
        return rules.ToFrozenDictionary(
            pair => pair.Rule.QualifiedId,
            pair => overriding[pair.Rule.QualifiedId].Any(permission => permission.Set.Standing == Standing.Proposal)
                ? Program(library, rules, pair, overriding[pair.Rule.QualifiedId].Where(permission => permission.Set.Standing != Standing.Proposal))
                : all[pair.Rule.QualifiedId],
            StringComparer.Ordinal);
    }

    private static List<(RuleSet Set, Rule Rule)> Rules(RuleLibrary library) => [.. library.RuleSets.SelectMany(set => set.Rules.Select(rule => (set, rule)))];

    private static ILookup<string, (RuleSet Set, Rule Rule)> Overriding(List<(RuleSet Set, Rule Rule)> rules) => rules
        .SelectMany(pair => pair.Rule.Overrides.Select(reference => (Overridden: $"{reference.RuleSetId}/{reference.RuleId}", Permission: pair)))
        .ToLookup(entry => entry.Overridden, entry => entry.Permission, StringComparer.Ordinal);

    private static Lazy<RuleProgram> Program(RuleLibrary library, List<(RuleSet Set, Rule Rule)> rules, (RuleSet Set, Rule Rule) pair, IEnumerable<(RuleSet Set, Rule Rule)> permissions) => new(() => RuleCompiler.Compile(
        pair.Set,
        pair.Rule,
        permissions,
        pair.Rule.Overrides.Select(reference => rules.Find(other => other.Rule.QualifiedId == $"{reference.RuleSetId}/{reference.RuleId}")),
        library.Vocabulary));
}
