using PolicyCheck.RuleSets;

namespace PolicyCheck.Testing;

/// <summary>The part of a library that a test works with.</summary>
public static class TestLibrary
{
    /// <summary>The rule sets under test, those that set them aside, and all that override them or are overridden, directly or through others.</summary>
    /// <param name="library">The whole library.</param>
    /// <param name="tested">The rule sets under test.</param>
    public static RuleLibrary Around(RuleLibrary library, IEnumerable<RuleSet> tested)
    {
        ArgumentNullException.ThrowIfNull(library);
        var wanted = tested.Select(set => set.Id).ToHashSet(StringComparer.Ordinal);
        wanted.UnionWith(
            from set in library.RuleSets
            where wanted.Contains(set.Id)
            from other in library.RuleSets
            where other.Id != set.Id && other.Preempts.Any(preemption => preemption.SetsAside(set))
            select other.Id);
        for (var before = -1; before < wanted.Count;)
        {
            before = wanted.Count;
            foreach (var rule in library.RuleSets.SelectMany(set => set.Rules).Where(rule => rule.Overrides.Length > 0))
            {
                if (wanted.Contains(rule.RuleSetId) || rule.Overrides.Any(reference => wanted.Contains(reference.RuleSetId)))
                {
                    wanted.Add(rule.RuleSetId);
                    wanted.UnionWith(rule.Overrides.Select(reference => reference.RuleSetId));
                }
            }
        }

        return library with { RuleSets = [.. library.RuleSets.Where(set => wanted.Contains(set.Id))], Diagnostics = [] };
    }
}
