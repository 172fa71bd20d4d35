using PolicyCheck.Binding;
using PolicyCheck.Facts;

namespace PolicyCheck.Manifests;

/// <summary>Adds to what a manifest states what follows from it, and finds statements that can't hold together.</summary>
public static class ImpliedFacts
{
    /// <summary>Fills the slots of facts that aren't stated and follow from others.</summary>
    /// <param name="facts">The stated fact in each slot, or null.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public static void Complete(Span<StatedFact?> facts, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        foreach (var implication in vocabulary.Implications)
        {
            if (facts[implication.Then.Slot] is null && facts[implication.When.Slot] is { } stated && implication.From(stated.Value) is { } value)
            {
                facts[implication.Then.Slot] = new(implication.Then, value, stated.Basis, stated.Source, stated.On, stated.Location) { ImpliedBy = stated };
            }
        }
    }

    internal static void Check(IEnumerable<StatedFact> facts, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        var stated = facts.ToDictionary(fact => fact.Fact.Path, StringComparer.Ordinal);
        foreach (var implication in vocabulary.Implications.Where(implication => implication.IsNecessary))
        {
            if (stated.GetValueOrDefault(implication.When.Path) is { } when
                && stated.GetValueOrDefault(implication.Then.Path) is { } then
                && implication.From(when.Value) is { } value
                && !value.Equals(then.Value))
            {
                diagnostics.Error(
                    FactsCodes.Contradiction,
                    then.Location,
                    $"{then.Fact.Path} can't be {ValueText.Write(then.Value, then.Fact)} where {when.Fact.Path} is {ValueText.Write(when.Value, when.Fact)} (line {when.Location.Start.Line}): {implication.Title}",
                    "find out which of both is right, and leave the other out");
            }
        }
    }
}
