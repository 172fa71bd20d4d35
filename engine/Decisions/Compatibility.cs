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
        var nothingKnown = new Conclusion(Truth.Unknown, Truth.False, Truth.Unknown, [.. program.Leaves.Select(_ => Truth.Unknown)]);
        var decision = DecisiveFacts.Examine(program, nothingKnown, [.. vocabulary.Facts.Select(_ => (Value?)null)], new(vocabulary, day), day);
        return decision.CanFail;
    }
}
