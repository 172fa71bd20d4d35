using System.Collections.Immutable;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Mutation;

/// <summary>A mutant among the rules that its change reaches: those changed, those they override, and those that override them.</summary>
internal sealed class MutantScene
{
    public MutantScene(Mutant mutant, RuleLibrary library)
    {
        Mutant = mutant;
        var changed = mutant.ChangedRules.ToHashSet(StringComparer.Ordinal);
        var rules = library.RuleSets.SelectMany(set => set.Rules).ToList();
        Affected =
        [
            .. changed,
            .. rules.Where(rule => changed.Contains(rule.QualifiedId)).SelectMany(Overridden),
            .. rules.Where(rule => Overridden(rule).Any(changed.Contains)).Select(rule => rule.QualifiedId),
        ];
        var needed = Affected;
        for (var before = -1; before < needed.Count;)
        {
            before = needed.Count;
            needed = needed.Union(rules.Where(rule => needed.Contains(rule.QualifiedId) || Overridden(rule).Any(needed.Contains)).SelectMany(rule => Overridden(rule).Append(rule.QualifiedId)));
        }

        Original = Only(library, needed);
        Changed = Only(library with { RuleSets = library.RuleSets.Replace(mutant.Original, mutant.Changed) }, needed);
    }

    public Mutant Mutant { get; }

    /// <summary>The names of the rules that may judge otherwise.</summary>
    public ImmutableHashSet<string> Affected { get; }

    /// <summary>The rules as they stand, as far as they are needed.</summary>
    public RuleLibrary Original { get; }

    /// <summary>The same with the change.</summary>
    public RuleLibrary Changed { get; }

    private static IEnumerable<string> Overridden(Rule rule) => rule.Overrides.Select(reference => $"{reference.RuleSetId}/{reference.RuleId}");

    private static RuleLibrary Only(RuleLibrary library, ImmutableHashSet<string> needed) => library with
    {
        RuleSets = [.. library.RuleSets.Select(set => set with { Rules = [.. set.Rules.Where(rule => needed.Contains(rule.QualifiedId))] }).Where(set => !set.Rules.IsEmpty)],
    };
}
