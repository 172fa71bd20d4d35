using System.Collections.Immutable;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>A named group of places, such as the European Union, whose members change over time.</summary>
/// <param name="Id">The name that rules use.</param>
/// <param name="Title">The name that people use.</param>
/// <param name="Members">The members, each with the days it was one.</param>
public sealed record PlaceGroup(string Id, string Title, ImmutableArray<PlaceMember> Members);

/// <summary>A member of a group of places.</summary>
/// <param name="Place">The place.</param>
/// <param name="Period">The days on which it was a member.</param>
public readonly record struct PlaceMember(Place Place, Period Period);
