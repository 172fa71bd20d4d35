using System.Collections.Immutable;
using PolicyCheck.Reading;
using PolicyCheck.Values;

namespace PolicyCheck.Conditions;

/// <summary>The names that a rule set's conditions can use.</summary>
/// <param name="Definitions">The definitions, unbound, by name.</param>
/// <param name="Parameters">The parameters' dated values, unbound, by name.</param>
public sealed record Scope(
    ImmutableDictionary<string, Node> Definitions,
    ImmutableDictionary<string, ImmutableArray<DatedNode>> Parameters)
{
    /// <summary>A scope without names.</summary>
    public static Scope Empty { get; } = new(
        ImmutableDictionary<string, Node>.Empty.WithComparers(StringComparer.Ordinal),
        ImmutableDictionary<string, ImmutableArray<DatedNode>>.Empty.WithComparers(StringComparer.Ordinal));
}

/// <summary>A value as written, and the days on which it holds.</summary>
/// <param name="Period">The days.</param>
/// <param name="Node">The value as written.</param>
/// <param name="Citation">Where the text sets it, as written, or null.</param>
/// <param name="Note">What is uncertain about it, or null.</param>
public sealed record DatedNode(Period Period, Node Node, string? Citation = null, string? Note = null);
