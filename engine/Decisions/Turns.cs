using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Decisions;

/// <summary>The days on which what a rule says can change.</summary>
public static class Turns
{
    /// <summary>
    /// Each day on which a period of the rule, its rule set, its exceptions or its parameters begins or ends, or a place joins or
    /// leaves a group that the rule names, and the day before the first of them; in order.
    /// </summary>
    /// <param name="program">The rule.</param>
    /// <param name="vocabulary">The vocabulary with the groups of places.</param>
    public static ImmutableArray<DateOnly> Of(RuleProgram program, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var operands = program.Leaves.Select(LeafEvaluator.OperandOf).OfType<Operand>().SelectMany(operand => operand.Alternatives).ToList();
        var groups = operands.SelectMany(alternative => alternative.Values).OfType<PlaceValue>().Select(value => vocabulary.FindGroup(value.Place.Code)).OfType<PlaceGroup>();
        var turns = program.RuleSet.InForce.Concat(program.Rule.InForce).Concat(program.Reliefs.SelectMany(relief => relief.InForce.SelectMany(periods => periods))).Select(period => period.Period)
            .Concat(operands.Select(alternative => alternative.Period))
            .Concat(groups.SelectMany(group => group.Members).Select(member => member.Period))
            .SelectMany(period => new[] { period.From, period.Until })
            .OfType<DateOnly>()
            .Distinct()
            .Order()
            .ToImmutableArray();
        return turns.IsEmpty ? [DateOnly.MinValue] : turns[0] == DateOnly.MinValue ? turns : turns.Insert(0, turns[0].AddDays(-1));
    }
}
