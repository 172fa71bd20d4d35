using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;

namespace PolicyCheck.Manifests;

/// <summary>Adds to what a manifest states what follows from it, and finds statements that can't hold together.</summary>
public static class ImpliedFacts
{
    /// <summary>The stated fact in each slot, or null.</summary>
    /// <param name="ofAllUses">The facts that hold for every use.</param>
    /// <param name="ofTheUse">The facts of one use.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    internal static StatedFact?[] BySlot(ImmutableArray<StatedFact> ofAllUses, ImmutableArray<StatedFact> ofTheUse, Vocabulary vocabulary)
    {
        var slots = new StatedFact?[vocabulary.Facts.Length];
        foreach (var facts in (ReadOnlySpan<ImmutableArray<StatedFact>>)[ofAllUses, ofTheUse])
        {
            foreach (var fact in facts)
            {
                slots[fact.Fact.Slot] = fact;
            }
        }

        return slots;
    }

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

    internal static void Check(ImmutableArray<StatedFact> ofAllUses, ImmutableArray<StatedFact> ofTheUse, Vocabulary vocabulary, DiagnosticBag diagnostics)
    {
        var stated = BySlot(ofAllUses, ofTheUse, vocabulary);
        foreach (var implication in vocabulary.Implications)
        {
            if (implication.IsNecessary
                && stated[implication.When.Slot] is { } when
                && stated[implication.Then.Slot] is { } then
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
