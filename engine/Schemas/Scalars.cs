using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Schemas;

/// <summary>The forms of single values, as an editor reads them: by YAML 1.2, plain <c>true</c> and numbers aren't texts, days and <c>no</c> are.</summary>
/// <param name="vocabulary">The vocabulary with the groups of places.</param>
/// <param name="definitions">Where shared schemas go.</param>
internal sealed class Scalars(Vocabulary vocabulary, Definitions definitions)
{
    private const string Decimal = @"[0-9]+(\.[0-9]+)?";

    /// <summary>Any text; a title such as <c>2020</c> is a number to an editor.</summary>
    public JsonObject Text() => definitions.Ref("text", static () => new() { ["type"] = Shape.Strings(["string", "number", "boolean"]) });

    /// <summary>The key with which a JSON file names its schema.</summary>
    public JsonObject SchemaReference() => Shape.Described("The schema that an editor checks this file by; a YAML file names it in a comment on its first line instead.", Text());

    /// <summary>An identifier.</summary>
    public JsonObject Identifier() => definitions.Ref("identifier", static () =>
        Shape.Pattern("^[a-z0-9]+(-[a-z0-9]+)*$", "use lower-case letters, digits and single hyphens", "city-hall-entrance"));

    /// <summary>True or false; the reader takes yes and no too, which editors neither offer nor refuse.</summary>
    public JsonObject Flag() => definitions.Ref("flag", static () => Shape.AnyOf(
        new JsonObject { ["type"] = "boolean" },
        new JsonObject { ["type"] = "string", ["pattern"] = "^(yes|no)$", ["patternErrorMessage"] = "write true or false, without quotes" }));

    /// <summary>A day.</summary>
    public JsonObject Date() => definitions.Ref("date", static () =>
        Shape.Pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "write year, month and day, such as 2020-06-10", "2020-06-10"));

    /// <summary>A fraction of one.</summary>
    public JsonObject Ratio() => definitions.Ref("ratio", static () => Shape.AnyOf(
        Shape.Pattern($"^{Decimal}( *%| in {Decimal})?$", "write it as 98 %, 0.98 or 1 in 1000", "98 %", "1 in 1000"),
        new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1, ["examples"] = new JsonArray(0.98) }));

    /// <summary>A whole number that isn't negative.</summary>
    public JsonObject Count() => definitions.Ref("count", static () => Shape.AnyOf(
        new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+$", ["patternErrorMessage"] = "write a whole number from zero up" }));

    /// <summary>A number without a unit.</summary>
    public JsonObject Number() => definitions.Ref("number", static () => NumberOf(""));

    /// <summary>A number, with or without its unit behind it.</summary>
    /// <param name="unit">The unit, or empty.</param>
    public static JsonObject NumberOf(string unit) => Shape.AnyOf(
        new JsonObject { ["type"] = "number" },
        new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = $"^-?{Decimal}{(unit.Length > 0 ? $"( {Regex.Escape(unit)})?" : "")}$",
            ["patternErrorMessage"] = unit.Length > 0 ? $"write a number, such as 12000 or 12000 {unit}" : "write a number, such as 0.5 or 12000",
        });

    /// <summary>A length of time.</summary>
    /// <param name="isWorkingDays">Whether it counts working days.</param>
    public JsonObject Duration(bool isWorkingDays) => definitions.Ref(isWorkingDays ? "working-days" : "duration", () =>
    {
        var units = string.Join('|', NumberParser.Units.Where(unit => unit.Value == DurationUnit.WorkingDays == isWorkingDays).Select(unit => unit.Key));
        return isWorkingDays
            ? Shape.Pattern($"^[0-9]+ +({units})$", "write it as 30 working days", "30 working days")
            : Shape.Pattern($"^{Decimal} +({units})$", "write a number and a unit, such as 24 hours, 30 days or 3 years", "24 hours", "30 days", "6 months", "3 years");
    });

    /// <summary>A place; a group of places is one only to rules.</summary>
    /// <param name="groupsAllowed">Whether a group may stand for its members.</param>
    public JsonObject Place(bool groupsAllowed) => definitions.Ref("place", () =>
    {
        const string Place = "world|[A-Z]{2}(-[A-Z0-9]{1,3})?(/[a-z0-9]+(-[a-z0-9]+)*)*";
        var groups = string.Join('|', vocabulary.Groups.Select(group => Regex.Escape(group.Id)));
        var pattern = groups.Length == 0 ? $"^({Place})$" : groupsAllowed ? $"^({groups}|{Place})$" : $"^(?!({groups})$)({Place})$";
        var place = Shape.Pattern(pattern, "write an ISO 3166 country or subdivision, and after a slash a local name, such as US, US-OR or US-OR/portland");
        place["defaultSnippets"] = new JsonArray([.. Known(groupsAllowed).Select(known => new JsonObject { ["label"] = known.Code, ["description"] = known.Name, ["body"] = known.Code })]);
        return place;
    });

    // What an editor offers: whatever the vocabulary names, and countries; no list of all towns could be complete.
    private IEnumerable<(string Code, string Name)> Known(bool groupsAllowed) =>
        vocabulary.LocalPlaces.Select(place => (place.Key, place.Value))
            .Concat(groupsAllowed ? vocabulary.Groups.Select(group => (group.Id, group.Title)).Prepend(("world", "everywhere")) : [])
            .Concat(vocabulary.LocalPlaces.Keys.Select(place => place.Split('/')[0]).Where(code => code.Contains('-', StringComparison.Ordinal)).Concat(IsoPlaces.Countries)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => (code, IsoPlaces.NameOf(code) ?? code)));
}
