using System.Text.Json.Nodes;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Schemas;

/// <summary>The schemas of the values that facts take.</summary>
/// <param name="scalars">The forms of single values.</param>
/// <param name="definitions">Where shared schemas go.</param>
/// <param name="groupsAllowed">Whether a group of places may stand for its members, as it may in rules.</param>
internal sealed class FactValues(Scalars scalars, Definitions definitions, bool groupsAllowed)
{
    /// <summary>How the name of a definition ends: the same for facts that take the same values, else with the fact's own path.</summary>
    /// <param name="fact">The fact; a field has the path of its list before its name.</param>
    public static string Ending(FactDeclaration fact) => fact.Type switch
    {
        FactType.Choice or FactType.Choices or FactType.Records => $":{fact.Path}",
        FactType.Text when !fact.Values.IsEmpty => $":{fact.Path}",
        FactType.Number when fact.Unit is not ("" or "ratio" or "count") => $":{fact.Path}",
        FactType.Number or FactType.Duration when fact.Unit.Length > 0 => $"-{fact.Unit}",
        _ => $"-{fact.Type.ToString().ToLowerInvariant()}",
    };

    /// <summary>One element: of a set one member, of a list of records one row, else the whole value.</summary>
    /// <param name="fact">The fact.</param>
    public JsonObject Element(FactDeclaration fact) => fact.Type switch
    {
        FactType.Flag => scalars.Flag(),
        FactType.Text when fact.Values.IsEmpty => scalars.Text(),
        FactType.Number when fact.IsRatio => scalars.Ratio(),
        FactType.Number when fact.IsCount => scalars.Count(),
        FactType.Duration => scalars.Duration(fact.Unit == "working-days"),
        FactType.Date => scalars.Date(),
        FactType.Place or FactType.Places => scalars.Place(groupsAllowed),
        FactType.Number when fact.Unit.Length == 0 => scalars.Number(),
        _ => definitions.Ref($"value{Ending(fact)}", () => Own(fact)),
    };

    /// <summary>The shapes of a whole value.</summary>
    /// <param name="fact">The fact.</param>
    public IEnumerable<JsonObject> Whole(FactDeclaration fact) => fact.Type switch
    {
        FactType.Choices or FactType.Places => [Element(fact), Shape.List(Element(fact))],
        FactType.Records => [Shape.List(Element(fact))],
        _ => [Element(fact)],
    };

    /// <summary>The fields of a list of records, each with the path of the list before its name.</summary>
    /// <param name="records">The list.</param>
    public static IReadOnlyDictionary<string, FactDeclaration> Fields(FactDeclaration records) =>
        records.Fields.ToDictionary(field => field.Path, field => field with { Path = $"{records.Path}.{field.Path}" }, StringComparer.Ordinal);

    private JsonObject Own(FactDeclaration fact) => fact.Type switch
    {
        FactType.Number => Scalars.NumberOf(fact.Unit),
        FactType.Records => Row(Fields(fact)),
        FactType.Text => new()
        {
            ["type"] = Shape.Strings(["string", "number", "boolean"]),
            ["examples"] = Shape.Strings(fact.Values.Select(value => value.Value)),
        },
        _ => Shape.Words(fact.Values.Select(value => (value.Value, value.Meaning))),
    };

    private JsonObject Row(IReadOnlyDictionary<string, FactDeclaration> fields) => Shape.Closed(
        fields.Keys,
        name => FactText.Describe(fields[name], Shape.AnyOf([.. Whole(fields[name]), new JsonObject { ["type"] = "null" }])));
}
