using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Values;

namespace PolicyCheck.Cures;

/// <summary>What can be changed: a fact of the deployment or of one use, or a use itself.</summary>
/// <param name="Kind">What the change takes.</param>
/// <param name="Use">The number of the use; null for a fact of the whole deployment.</param>
/// <param name="Fact">The fact, or null for the use itself.</param>
/// <param name="Present">The present value; null where none is stated, or more weakly than was asked for.</param>
/// <param name="Stated">The value that is stated, however weakly, or null.</param>
internal sealed record Lever(ChangeKind Kind, int? Use, FactDeclaration? Fact, Value? Present, Value? Stated)
{
    /// <summary>All there is to change about a deployment: the uses, then the facts in ordinal order.</summary>
    /// <param name="manifest">The deployment.</param>
    /// <param name="uses">What is known of each use.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public static ImmutableArray<Lever> Of(Manifest manifest, ImmutableArray<UseFacts> uses, Vocabulary vocabulary)
    {
        // A fact that others follow from, or that follows from others, doesn't change by itself.
        var bound = vocabulary.Implications
            .SelectMany(implication => implication.IsNecessary ? new[] { implication.When, implication.Then } : [implication.When])
            .Select(fact => fact.Path)
            .ToHashSet(StringComparer.Ordinal);
        var facts = vocabulary.Facts.Where(fact => fact.ChangeBy != ChangeBy.Nothing && !bound.Contains(fact.Path) && !manifest.IsGiven(fact.Path)).ToList();
        var droppable = manifest.Uses.Length > 1 && !manifest.IsGiven(GivenBinder.Uses);
        return
        [
            .. droppable ? manifest.Uses.Select((_, i) => new Lever(ChangeKind.DroppedUse, i, null, null, null)) : [],
            .. facts.SelectMany(fact => fact.IsOfUse
                ? manifest.Uses.Select((use, i) => (use, i)).Where(pair => !manifest.IsGiven(fact.Path, pair.use)).Select(pair => Make(fact, pair.i))
                : [Make(fact, null)]),
        ];

        Lever Make(FactDeclaration fact, int? use) =>
            new(fact.ChangeBy == ChangeBy.Setting ? ChangeKind.Setting : ChangeKind.Document, use, fact, uses[use ?? 0].Known.ValueOf(fact), uses[use ?? 0].Stated[fact.Slot]?.Value);
    }
}
