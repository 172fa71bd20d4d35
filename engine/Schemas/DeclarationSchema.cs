using System.Text.Json.Nodes;
using PolicyCheck.Facts;

namespace PolicyCheck.Schemas;

/// <summary>The schema of declarations of facts, in a vocabulary or a rule set.</summary>
/// <param name="scalars">The forms of single values.</param>
/// <param name="definitions">Where shared schemas go.</param>
internal sealed class DeclarationSchema(Scalars scalars, Definitions definitions)
{
    private const string Path = @"^[A-Za-z0-9][A-Za-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9-]*)*$";

    /// <summary>A mapping from paths to declarations.</summary>
    public JsonObject Facts() => Shape.Named(definitions.Ref("declaration", () => Declaration(["role"], "type", "meaning", "question", "askWho")), Path);

    private JsonObject Fields() => Shape.Named(definitions.Ref("field", () => Declaration(["fields", "judgement", "changeBy", "sameAs"], "type", "meaning")), Path);

    private JsonObject Declaration(string[] absent, params ReadOnlySpan<string> required)
    {
        var isField = absent.Contains("fields");
        var declaration = Shape.Closed(FactBinder.Keys.Where(key => !absent.Contains(key)), key => Key(key, isField), required);
        declaration["allOf"] = Shape.Array([
            If(["choice", "choices"], new() { ["required"] = Shape.Strings(["values"]), ["properties"] = new JsonObject { ["values"] = new JsonObject { ["type"] = "object" } } }),
            If(["duration"], new() { ["properties"] = new JsonObject { ["unit"] = Shape.Words(FactBinder.DurationUnits) } }),
            .. isField ? [] : new[] { If(["records"], new() { ["required"] = Shape.Strings(["fields"]) }) }]);
        return declaration;
    }

    private static JsonObject If(IEnumerable<string> types, JsonObject then) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["enum"] = Shape.Strings(types) } } },
        ["then"] = then,
    };

    private JsonObject Key(string key, bool isField) => key switch
    {
        "type" => Shape.Described(
            "What its values are: true or false, free text, an exact number, a length of time, one of the declared values, a set of them, a day, a place, a set of places, or a list of records.",
            Shape.Words(FactBinder.Types.Where(type => !isField || type != "records"))),
        "values" => Shape.Described("For a choice: each value with its meaning. For a text: known spellings, of which a near miss is refused.", Values()),
        "unit" => Unit(),
        "meaning" => Shape.Described("One sentence that says what it means.", scalars.Text()),
        "question" => Shape.Described("The question that asks a person for it, in plain words.", scalars.Text()),
        "askWho" => Shape.Described("Who would know the answer.", Shape.Words(FactBinder.Askable)),
        "judgement" => Shape.Described("Whether somebody has to judge it, so that two people may answer differently; false where missing.", new JsonObject { ["type"] = "boolean" }),
        "changeBy" => Shape.Described("By what it can be changed, so that `check --cure` may propose it: a setting of the operator or the vendor, a document to get, or nothing; nothing where missing.", Shape.Words(FactBinder.Changes)),
        "sameAs" => Shape.Described("The fact whose value it has where it isn't stated itself.", scalars.Text()),
        "fields" => Shape.Described("The fields of each record.", Fields()),
        "role" => Shape.Described("What measures take this number field for.", Shape.Words(FactBinder.Roles)),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a fact"),
    };

    private JsonObject Values() => Shape.AnyOf(Shape.Named(scalars.Text()), Shape.List(scalars.Text()));

    private static JsonObject Unit() => new()
    {
        ["description"] = "For a number: ratio (from 0 to 1, also written 98 % or 1 in 1000), count, or a word of your own. For a length of time: calendar or working-days.",
        ["type"] = "string",
        ["examples"] = Shape.Strings(["ratio", "count", .. FactBinder.DurationUnits]),
    };
}
