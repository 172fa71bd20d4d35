using PolicyCheck.Facts;
using PolicyCheck.Manifests;

namespace PolicyCheck.Questions;

/// <summary>A fact that a manifest doesn't state, or not exactly enough.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Use">The use it is a fact of; null for a fact of the whole deployment.</param>
public sealed record OpenFact(FactDeclaration Fact, Use? Use)
{
    /// <summary>The fact's path, and for a fact of a use the use's name: what tells open facts of one manifest apart.</summary>
    public string Name => Use is null ? Fact.Path : $"{Fact.Path}@{Use.Id}";

    /// <summary>The key under which the manifest states it: the path, without <c>use.</c> in a use.</summary>
    public string Key => Fact.IsOfUse ? Fact.Path["use.".Length..] : Fact.Path;
}
