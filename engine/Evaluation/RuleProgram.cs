using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Evaluation;

/// <summary>A rule in the form in which RulesEngine evaluates it.</summary>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Trigger">What makes the rule speak: the place, its <c>when</c>, and what it prohibits or permits.</param>
/// <param name="Requirement">What it requires, or null where it requires nothing.</param>
/// <param name="Reliefs">What can keep it from failing.</param>
/// <param name="Leaves">The leaves of the trigger, the requirement and the reliefs, in the order of the text.</param>
/// <param name="Expression">The text that RulesEngine compiles; it has numbers and calls on <see cref="FactReader"/> only.</param>
public sealed record RuleProgram(
    RuleSet RuleSet,
    Rule Rule,
    Condition Trigger,
    Condition? Requirement,
    ImmutableArray<Relief> Reliefs,
    ImmutableArray<Leaf> Leaves,
    string Expression)
{
    /// <summary>All its conditions: the trigger, the requirement and those of the reliefs, whether in force or not.</summary>
    public IEnumerable<Condition> Conditions => [Trigger, .. Requirement is { } requirement ? new[] { requirement } : [], .. Reliefs.Select(relief => relief.Condition)];
}
