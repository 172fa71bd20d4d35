using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>Asks whether a use is possible of which two rules both speak.</summary>
public static class Compatibility
{
    /// <summary>Whether some use is permitted by one rule and broken by the other, on a day.</summary>
    /// <param name="set">Their rule set.</param>
    /// <param name="permission">A permission.</param>
    /// <param name="prohibition">A prohibition that it doesn't override.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="day">The day.</param>
    public static bool CanClash(RuleSet set, Rule permission, Rule prohibition, Vocabulary vocabulary, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(permission);
        ArgumentNullException.ThrowIfNull(prohibition);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var both = prohibition with { When = new AllOf(permission.Location, [.. new[] { prohibition.When, permission.When }.OfType<Condition>(), permission.Demand]) };
        var program = RuleCompiler.Compile(set, both, [], [], vocabulary);
        var decision = DecisiveFacts.Examine(program, [.. program.Leaves.Select(_ => Truth.Unknown)], KnownFacts.Nothing, new(vocabulary, day));
        return decision.CanFail;
    }

    /// <summary>
    /// Whether a deployment could keep a requirement and a prohibition both: by another system or other safeguards, while who runs it, where and
    /// for what stay as they are stated, save for what the requirement itself demands.
    /// </summary>
    /// <param name="requirement">A requirement that speaks of the deployment.</param>
    /// <param name="prohibition">A prohibition.</param>
    /// <param name="facts">What is known of the deployment.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="day">The day.</param>
    /// <returns>False only where no deployment keeps both; true also where that is too much to say.</returns>
    public static bool CanKeepBoth(RuleProgram requirement, RuleProgram prohibition, KnownFacts facts, Vocabulary vocabulary, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        ArgumentNullException.ThrowIfNull(prohibition);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var demanded = requirement.Requirement ?? throw new ArgumentException("it requires nothing", nameof(requirement));
        var free = demanded.Leaves().Select(leaf => leaf.Fact.Path).ToHashSet(StringComparer.Ordinal);
        var given = requirement.Trigger.Leaves().Concat(prohibition.Trigger.Leaves()).Select(leaf => leaf.Fact).Where(fact => IsGiven(fact) && !free.Contains(fact.Path)).Select(fact => fact.Path).ToHashSet(StringComparer.Ordinal);
        var evaluator = new LeafEvaluator(vocabulary, day);
        var kept = Fixed(new AnyOf(demanded.Location, [demanded, .. Reliefs(requirement, day)]));
        var broken = Fixed(new AllOf(demanded.Location, [prohibition.Trigger, new Negation(demanded.Location, new AnyOf(demanded.Location, [.. Reliefs(prohibition, day)]))]));
        try
        {
            return !new FactSpace(vocabulary, day, [kept, broken]).Implies(kept, broken);
        }
        catch (DiagramTooLargeException)
        {
            return true;
        }

        Condition Fixed(Condition condition) => ConditionRewriter.Rewrite(condition, part => part is Leaf leaf && given.Contains(leaf.Fact.Path) && facts[leaf.Fact.Slot] is { } known
            ? evaluator.Evaluate(leaf, known, LeafEvaluator.OperandOf(leaf) is { } operand ? evaluator.Resolve(operand) : null) switch
            {
                Truth.True => new AllOf(leaf.Location, []),
                Truth.False => new AnyOf(leaf.Location, []),
                _ => null,
            }
            : null);
    }

    private static bool IsGiven(FactDeclaration fact) => fact.IsOfUse || fact.Path == "places" || fact.Path.StartsWith("deployer.", StringComparison.Ordinal);

    private static IEnumerable<Condition> Reliefs(RuleProgram program, DateOnly day) => program.Reliefs.Where(relief => relief.IsInForce(day)).Select(relief => relief.Condition);
}
