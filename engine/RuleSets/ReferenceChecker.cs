using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Text;

namespace PolicyCheck.RuleSets;

/// <summary>Checks that rules which name others name rules that exist and can be overridden.</summary>
internal static class ReferenceChecker
{
    public static void Check(ImmutableArray<RuleSet> sets, IReadOnlySet<string> declared, DiagnosticBag diagnostics)
    {
        var rules = sets.SelectMany(set => set.Rules).GroupBy(rule => rule.QualifiedId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var byId = sets.GroupBy(set => set.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var rule in sets.SelectMany(set => set.Rules))
        {
            foreach (var (setId, ruleId, location) in rule.Overrides)
            {
                if (!rules.TryGetValue($"{setId}/{ruleId}", out var overridden))
                {
                    if (declared.Contains($"{setId}/{ruleId}"))
                    {
                        continue; // what is wrong with that rule is told already
                    }

                    var candidates = setId == rule.RuleSetId
                        ? sets.Where(set => set.Id == setId).SelectMany(set => set.Rules).Select(other => other.Id)
                        : rules.Keys;
                    diagnostics.Error(
                        RuleSetCodes.BadOverride,
                        location,
                        $"there is no rule `{(setId == rule.RuleSetId ? ruleId : $"{setId}/{ruleId}")}`",
                        Spelling.DidYouMean(setId == rule.RuleSetId ? ruleId : $"{setId}/{ruleId}", candidates, "name a rule of this rule set, or one of another as `rule-set-id/rule-id`"));
                }
                else if (byId[rule.RuleSetId].Standing is Standing.Guidance or Standing.Standard && !byId[setId].IsAdvisory)
                {
                    diagnostics.Error(RuleSetCodes.BadOverride, location, $"what only advises can't set aside `{ruleId}`, which binds", "let a rule set that binds permit it, or remove the override");
                }
                else if (overridden.Kind == RuleKind.Permission)
                {
                    diagnostics.Error(RuleSetCodes.BadOverride, location, $"`{ruleId}` is a permission, which nothing overrides", "name the prohibition or requirement that this permission sets aside");
                }
            }
        }
    }
}
