using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Values;

namespace PolicyCheck.Cures;

/// <summary>One change of a deployment: a fact that gets another value, or a use that is given up.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Use">The use that is changed or given up; null for a fact of the whole deployment.</param>
/// <param name="Fact">The fact that changes, or null where a use is given up.</param>
/// <param name="From">The value stated now, or null where none is.</param>
/// <param name="To">The value that it gets, or null where a use is given up.</param>
public sealed record Change(ChangeKind Kind, Use? Use, FactDeclaration? Fact, Value? From, Value? To)
{
    /// <summary>The findings that break or open again where everything else of the cure is done and this isn't.</summary>
    public ImmutableArray<Finding> For { get; init; } = [];

    /// <summary>Whether the value stays as it is, and newer or better evidence of it is all that is wanted.</summary>
    public bool IsEvidence => this is { Fact: { } fact, From: { } from, To: { } to } && IsSame(fact, from, to);

    internal static bool IsSame(FactDeclaration fact, Value one, Value other) => ReferenceEquals(one, other) || (fact.Type != FactType.Records && ValueText.Write(one, fact) == ValueText.Write(other, fact));
}
