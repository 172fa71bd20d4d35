using PolicyCheck.Conditions;
using PolicyCheck.Assessments;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Mutation;

/// <summary>What would tell a mutant from the rule.</summary>
/// <param name="IsEquivalent">Whether nothing would.</param>
/// <param name="Advice">What to add, as a phrase.</param>
/// <param name="Case">A case that tells it, as an item of a test file's <c>cases</c>, or null where none was found.</param>
internal sealed record Killer(bool IsEquivalent, string Advice, string? Case)
{
    private const string NoneFound = "add one that does (no deployment that does was found, so there may be none)";

    /// <summary>Looks for a deployment and a day that tell a mutant from the rule.</summary>
    /// <param name="scene">The mutant.</param>
    /// <param name="engine">What evaluates rules, to make sure.</param>
    public static Killer Find(MutantScene scene, RulesEngineEvaluator engine)
    {
        var (before, after) = (RulePrograms.Of(scene.Original), RulePrograms.Of(scene.Changed));
        var isEquivalent = true;
        foreach (var rule in scene.Affected.Order(StringComparer.Ordinal))
        {
            var (first, second) = (before[rule].Value, after[rule].Value);
            foreach (var day in Days(first).Concat(Days(second)).Distinct().Order())
            {
                try
                {
                    if (new FactSpace(scene.Original.Vocabulary, day, first, second).Difference(first, second) is not { } difference)
                    {
                        continue;
                    }

                    isEquivalent = false;
                    if (Example.Of(scene, rule, day, difference, engine) is { } example)
                    {
                        return new(false, example.Advice, example.Yaml);
                    }
                }
                catch (DiagramTooLargeException)
                {
                    isEquivalent = false;
                }
            }
        }

        return new(isEquivalent, NoneFound, null);
    }

    // Between these days nothing that a rule depends on changes; the day before the first stands for all that come before it.
    private static IEnumerable<DateOnly> Days(RuleProgram program)
    {
        var turns = program.RuleSet.InForce.Concat(program.Rule.InForce).Concat(program.Reliefs.SelectMany(relief => relief.InForce.SelectMany(periods => periods))).Select(period => period.Period)
            .Concat(program.Leaves.Select(LeafEvaluator.OperandOf).OfType<Operand>().SelectMany(operand => operand.Alternatives).Select(alternative => alternative.Period))
            .SelectMany(period => new[] { period.From, period.Until })
            .OfType<DateOnly>()
            .ToList();
        return turns.Append(turns.Count == 0 ? DateOnly.MinValue : turns.Min().AddDays(-1));
    }
}
