using System.Collections.Immutable;
using PolicyCheck.Reading;

namespace PolicyCheck.Facts;

/// <summary>What one file declares.</summary>
/// <param name="Id">The name of the vocabulary, or of the rule set.</param>
/// <param name="Facts">The facts it declares.</param>
/// <param name="Places">The places and groups it names, unbound, or null.</param>
public sealed record VocabularyPart(string Id, ImmutableArray<FactDeclaration> Facts, MappingNode? Places)
{
    /// <summary>What follows from facts, unbound.</summary>
    public ImmutableArray<Node> Implications { get; init; } = [];
}
