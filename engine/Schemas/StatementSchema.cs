using System.Text.Json.Nodes;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;

namespace PolicyCheck.Schemas;

/// <summary>The schemas of statements of facts: a plain value, or a mapping that says how well it is known.</summary>
/// <param name="values">The schemas of values.</param>
/// <param name="scalars">The forms of single values.</param>
/// <param name="definitions">Where shared schemas go.</param>
internal sealed class StatementSchema(FactValues values, Scalars scalars, Definitions definitions)
{
    /// <summary>A reference to the statement of a fact.</summary>
    /// <param name="fact">The fact.</param>
    public JsonObject Ref(FactDeclaration fact) => definitions.Ref($"fact:{fact.Path}", () => FactText.Describe(
        fact,
        Shape.AnyOf([.. values.Whole(fact), Known(fact), new JsonObject { ["type"] = "null" }])));

    private JsonObject Known(FactDeclaration fact) => definitions.Ref($"known{FactValues.Ending(fact)}", () =>
    {
        var known = Shape.Closed(StatementBinder.BasisKeys, key => Key(key, fact), "value");
        known.Insert(0, "title", "value with its basis");
        return known;
    });

    private JsonObject Key(string key, FactDeclaration fact) => key switch
    {
        "value" => Shape.Described("The value of the fact.", Shape.AnyOf(values.Whole(fact))),
        "basis" => definitions.Ref("basis", Basis),
        "source" => Shape.Described("The document that says so, such as DPIA-2026-03.pdf.", scalars.Text()),
        "on" => Shape.Described("The day of that document or measurement.", scalars.Date()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a statement"),
    };

    private static JsonObject Basis()
    {
        var basis = Shape.Described("How well the fact is known, weakest first: somebody claims it (where nothing is said), a document says so, it was measured, an independent party attests it.", Shape.Words(StatementBinder.Bases));
        basis["default"] = StatementBinder.Bases[0];
        return basis;
    }
}
