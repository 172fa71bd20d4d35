using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Decisions;

/// <summary>The days on which what a rule says can change.</summary>
public static class Turns
{
    /// <summary>Each day on which a period of the rule, its rule set, its exceptions or its parameters begins or ends, and the day before the first of them; in order.</summary>
    /// <param name="program">The rule.</param>
    public static ImmutableArray<DateOnly> Of(RuleProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var turns = program.RuleSet.InForce.Concat(program.Rule.InForce).Concat(program.Reliefs.SelectMany(relief => relief.InForce.SelectMany(periods => periods))).Select(period => period.Period)
            .Concat(program.Leaves.Select(LeafEvaluator.OperandOf).OfType<Operand>().SelectMany(operand => operand.Alternatives).Select(alternative => alternative.Period))
            .SelectMany(period => new[] { period.From, period.Until })
            .OfType<DateOnly>()
            .Distinct()
            .Order()
            .ToImmutableArray();
        return turns.IsEmpty ? [DateOnly.MinValue] : turns[0] == DateOnly.MinValue ? turns : turns.Insert(0, turns[0].AddDays(-1));
    }
}
