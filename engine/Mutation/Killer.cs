using System.Collections.Immutable;
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
    /// <param name="names">The rules that a case can expect something of, by their qualified names, and what it calls them.</param>
    /// <param name="engine">What evaluates rules, to make sure.</param>
    public static Killer Find(MutantScene scene, ImmutableDictionary<string, string> names, RulesEngineEvaluator engine)
    {
        var (before, after) = (RulePrograms.Of(scene.Original), RulePrograms.Of(scene.Changed));
        var isEquivalent = true;
        foreach (var rule in scene.Affected.Order(StringComparer.Ordinal))
        {
            var (first, second) = (before[rule].Value, after[rule].Value);
            foreach (var day in Turns.Of(first, scene.Original.Vocabulary).Union(Turns.Of(second, scene.Original.Vocabulary)).Order())
            {
                try
                {
                    if (new FactSpace(scene.Original.Vocabulary, day, first, second).Difference(first, second) is not { } difference)
                    {
                        continue;
                    }

                    isEquivalent = false;
                    if (names.TryGetValue(rule, out var name) && Example.Of(scene, rule, name, day, difference, engine) is { } example)
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
}
