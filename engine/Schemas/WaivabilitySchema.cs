using System.Text.Json.Nodes;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Schemas;

/// <summary>The schema of who may waive a rule.</summary>
/// <param name="scalars">The forms of single values.</param>
/// <param name="definitions">Where shared schemas go.</param>
internal sealed class WaivabilitySchema(Scalars scalars, Definitions definitions)
{
    public JsonObject Ref() => definitions.Ref("waivable", () => Shape.Closed(WaivabilityBinder.Keys, Key, "by", "citation"));

    private JsonObject Key(string key) => key switch
    {
        "by" => Shape.Described("The offices that may waive it; a waiver names one of them as its authority.", Shape.List(scalars.Text(), 1)),
        "for" => Shape.Described("The longest that one waiver lasts, its first and its last day counted; where missing, the text sets no limit.", Length()),
        "renewals" => Shape.Described("How often a waiver may be renewed; where missing, never.", scalars.Count()),
        "citation" => Shape.Described("Where the text allows it: the id of a source, then a comma and the place in it.", scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of who may waive a rule"),
    };

    private static JsonObject Length()
    {
        var units = string.Join('|', NumberParser.Units.Where(unit => WaivabilityBinder.Units.Contains(unit.Value)).Select(unit => unit.Key));
        return Shape.Pattern($"^[0-9]+(\\.0+)? +({units})$", "write a whole number of days, weeks, months or years, such as 90 days or 1 year", "90 days", "6 months", "1 year");
    }
}
