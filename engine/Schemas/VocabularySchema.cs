using System.Text.Json.Nodes;
using PolicyCheck.Binding;
using PolicyCheck.Facts;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a vocabulary.</summary>
/// <param name="definitions">Where shared schemas go.</param>
internal sealed class VocabularySchema(Definitions definitions)
{
    private readonly Scalars _scalars = new(Vocabulary.Empty, definitions);

    public JsonObject Root()
    {
        var root = Shape.Closed(VocabularyBinder.Keys, Key, "vocabulary");
        root.Insert(0, "title", "PolicyCheck vocabulary");
        root.Insert(1, "description", "Declares the facts that a manifest can state and a rule can read, and names places.");
        return root;
    }

    private JsonObject Key(string key) => key switch
    {
        MappingBinder.SchemaKey => _scalars.SchemaReference(),
        "vocabulary" => Shape.Described("The name of the vocabulary, in lower case with hyphens.", _scalars.Identifier()),
        "facts" => Shape.Described("The facts by their paths. Those below use. are stated for each use, all others once.", new DeclarationSchema(_scalars, definitions).Facts()),
        "implications" => Shape.Described("What follows from one fact about another that isn't stated.", Shape.List(Implication())),
        "places" => Shape.Described("Groups of places, which have members, and local places that have a name of their own.", Shape.Named(Place())),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a vocabulary"),
    };

    private JsonObject Implication() => Shape.Closed(ImplicationBinder.Keys, ImplicationKey, "title", "when", "then");

    private JsonObject ImplicationKey(string key) => key switch
    {
        "title" => Shape.Described("Why it follows, in a sentence.", _scalars.Text()),
        "when" => Shape.Described("A flag or choice, with the value or values it follows from.", Shape.Named(Shape.AnyOf(_scalars.Text(), Shape.List(_scalars.Text(), 1)))),
        "then" => Shape.Described("A flag or choice, with the value that follows.", Shape.Named(_scalars.Text())),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of an implication"),
    };

    private JsonObject Place() => Shape.Closed(PlaceBinder.Keys, PlaceKey, "title");

    private JsonObject PlaceKey(string key) => key switch
    {
        "title" => Shape.Described("What people call the place or group.", _scalars.Text()),
        "members" => Shape.Described("The places of a group; a mapping where one belonged to it for a time only.", Shape.List(Shape.AnyOf(_scalars.Place(groupsAllowed: false), Member()))),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a place"),
    };

    private JsonObject Member() => Shape.Closed(PlaceBinder.MemberKeys, MemberKey, "place");

    private JsonObject MemberKey(string key) => key switch
    {
        "place" => Shape.Described("The place, such as GB.", _scalars.Place(groupsAllowed: false)),
        "from" => Shape.Described("The first day of membership; where missing, it has no beginning.", _scalars.Date()),
        "until" => Shape.Described("The first day after membership; where missing, it has no end.", _scalars.Date()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a member"),
    };
}
