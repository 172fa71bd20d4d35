using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>The declared facts and the places that have names.</summary>
public sealed class Vocabulary
{
    private readonly FrozenDictionary<string, FactDeclaration> _byPath;
    private readonly FrozenDictionary<string, PlaceGroup> _groups;
    private readonly FrozenSet<string> _sections;

    /// <summary>Gathers declarations with distinct paths; each gets its slot here.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="groups">The groups of places.</param>
    /// <param name="localPlaces">The local places with names of their own, by code.</param>
    public Vocabulary(IEnumerable<FactDeclaration> facts, IEnumerable<PlaceGroup> groups, IEnumerable<KeyValuePair<Place, string>> localPlaces)
    {
        Facts = [.. facts.OrderBy(fact => fact.Path, StringComparer.Ordinal).Select((fact, slot) => fact with { Slot = slot })];
        Groups = [.. groups.OrderBy(group => group.Id, StringComparer.Ordinal)];
        LocalPlaces = localPlaces.ToImmutableSortedDictionary(pair => pair.Key.Code, pair => pair.Value, StringComparer.Ordinal);
        _byPath = Facts.ToFrozenDictionary(fact => fact.Path, StringComparer.Ordinal);
        _groups = Groups.ToFrozenDictionary(group => group.Id, StringComparer.Ordinal);
        _sections = Facts.SelectMany(fact => Prefixes(fact.Path)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>A vocabulary that declares nothing.</summary>
    public static Vocabulary Empty { get; } = new([], [], []);

    /// <summary>The facts in ordinal order of their paths, which is the order of their slots.</summary>
    public ImmutableArray<FactDeclaration> Facts { get; }

    /// <summary>The groups of places in ordinal order.</summary>
    public ImmutableArray<PlaceGroup> Groups { get; }

    /// <summary>The local places that have names, by code.</summary>
    public ImmutableSortedDictionary<string, string> LocalPlaces { get; }

    /// <summary>What follows from facts about others, in the order declared.</summary>
    public ImmutableArray<Implication> Implications { get; init; } = [];

    /// <summary>The declaration of a fact, or null.</summary>
    /// <param name="path">The dotted path.</param>
    public FactDeclaration? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>A group of places, or null.</summary>
    /// <param name="id">Its name.</param>
    public PlaceGroup? FindGroup(string id) => _groups.GetValueOrDefault(id);

    /// <summary>Whether a path is the beginning of a declared one, such as <c>deployer</c>.</summary>
    /// <param name="path">The dotted path.</param>
    public bool IsSection(string path) => _sections.Contains(path);

    /// <summary>The name of a place as people say it, with the larger place it lies in; the code where no name is known.</summary>
    /// <param name="place">The place.</param>
    public string NameOf(Place place)
    {
        if (place.IsWorld)
        {
            return "the world";
        }

        if (FindGroup(place.Code) is { } group)
        {
            return group.Title;
        }

        if (LocalPlaces.TryGetValue(place.Code, out var title))
        {
            return title;
        }

        return IsoPlaces.NameOf(place.Code) ?? place.Code;
    }

    /// <summary>The places a scope covers on a day: a group's members of that day, or the place itself.</summary>
    /// <param name="scope">A place or a group.</param>
    /// <param name="day">The day.</param>
    public ImmutableArray<Place> PlacesOf(Place scope, DateOnly day) =>
        FindGroup(scope.Code) is { } group
            ? [.. group.Members.Where(member => member.Period.Contains(day)).Select(member => member.Place)]
            : [scope];

    private static IEnumerable<string> Prefixes(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return path[..dot];
        }
    }
}
