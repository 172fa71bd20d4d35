using System.Text.Json.Nodes;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Schemas;

/// <summary>The schemas of lists of periods.</summary>
/// <param name="scalars">The forms of single values.</param>
/// <param name="definitions">Where shared schemas go.</param>
internal sealed class PeriodSchema(Scalars scalars, Definitions definitions)
{
    public JsonObject InForce(int atLeast = 0) =>
        Shape.List(definitions.Ref("period-in-force", () => Shape.Closed(PeriodBinder.InForceKeys, Key)), atLeast);

    public JsonObject Unresolved() =>
        Shape.List(definitions.Ref("unresolved-period", () => Shape.Closed(PeriodBinder.UnresolvedKeys, Key, "reason")));

    private JsonObject Key(string key) => key switch
    {
        "from" => Shape.Described("The first day; where missing, it has no beginning.", scalars.Date()),
        "until" => Shape.Described("The first day that no longer belongs to it; where missing, it has no end.", scalars.Date()),
        "note" => Shape.Described("Why it begins or ends.", scalars.Text()),
        "reason" => Shape.Described("Why it is unsettled.", scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a period"),
    };
}
