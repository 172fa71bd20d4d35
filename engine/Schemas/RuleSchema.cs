using System.Text.Json.Nodes;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a rule and its exceptions.</summary>
/// <param name="conditions">The schema of conditions.</param>
/// <param name="periods">The schemas of periods.</param>
/// <param name="waivability">The schema of who may waive a rule.</param>
/// <param name="scalars">The forms of single values.</param>
internal sealed class RuleSchema(ConditionSchema conditions, PeriodSchema periods, WaivabilitySchema waivability, Scalars scalars)
{
    private static string Permits => RuleBinder.Kinds[(int)RuleKind.Permission];

    public JsonObject Rule()
    {
        var rule = Shape.Closed(RuleBinder.Keys, Key, "id", "title", "citation", "severity");
        rule["oneOf"] = Shape.Array(RuleBinder.Kinds.Select(kind => new JsonObject { ["required"] = Shape.Strings(kind == Permits ? [kind] : [kind, "remedy"]) }));
        rule["dependencies"] = new JsonObject
        {
            [Permits] = new JsonObject { ["required"] = Shape.Strings(["overrides"]), ["properties"] = new JsonObject { ["unless"] = new JsonObject { ["maxItems"] = 0 } }, ["not"] = new JsonObject { ["required"] = Shape.Strings([WaivabilityBinder.Key]) } },
            ["overrides"] = Shape.Strings([Permits]),
        };
        return rule;
    }

    private JsonObject Key(string key) => key switch
    {
        "id" => Shape.Described("The name of the rule, in lower case with hyphens, distinct within the rule set.", scalars.Identifier()),
        "title" => Shape.Described("What it says, as a sentence without a final period.", scalars.Text()),
        "citation" => Citation(),
        "when" => Shape.Described("To what it applies; where missing, to everything.", conditions.Ref()),
        "prohibits" => Shape.Described("What must not be. A rule has exactly one of prohibits, requires and permits.", conditions.Ref()),
        "requires" => Shape.Described("What must be. A rule has exactly one of prohibits, requires and permits.", conditions.Ref()),
        "permits" => Shape.Described("What may be, in spite of the rules it overrides. A rule has exactly one of prohibits, requires and permits.", conditions.Ref()),
        "overrides" => Shape.Described("The rules that a permission sets aside: rule-id, or rule-set-id/rule-id for one of another rule set.", Overrides()),
        "unless" => Shape.Described("Exceptions: to what the rule doesn't apply.", Shape.List(Exception())),
        "inForce" => Shape.Described("Days of its own, within those of the rule set; where missing, it applies as long as the rule set.", periods.InForce()),
        "unresolved" => Shape.Described("Days on which it is unsettled whether it binds.", periods.Unresolved()),
        "severity" => Shape.Described("How much it matters: stop at once, cure before going on, cure soon, worth curing.", Shape.Words(Enum.GetValues<Severity>().Select(value => (Words.Of(value), WordText.Of(value))))),
        "remedy" => Shape.Described("What would cure a failure, as an imperative sentence.", scalars.Text()),
        WaivabilityBinder.Key => Shape.Described("Who may waive it where a deployment breaks it, and for how long; where missing, nobody may, unless the rule set says so for all its rules.", waivability.Ref()),
        "confidence" => Shape.Described("How sure we are of this rule's wording; where missing, as sure as of its source.", Shape.Words(Enum.GetValues<Confidence>().Select(value => (Words.Of(value), WordText.Of(value))))),
        "note" => Shape.Described("What is uncertain, and where sources disagree.", scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a rule"),
    };

    private JsonObject Exception() => Shape.Closed(RuleBinder.ExceptionKeys, ExceptionKey, "id", "title", "citation", "when");

    private JsonObject ExceptionKey(string key) => key switch
    {
        "id" => Shape.Described("The name of the exception, in lower case with hyphens, distinct within the rule.", scalars.Identifier()),
        "title" => Shape.Described("What is excepted.", scalars.Text()),
        "citation" => Citation(),
        "when" => Shape.Described("When it applies.", conditions.Ref()),
        "inForce" => Shape.Described("Days of its own, within those of the rule; where missing, it applies as long as the rule.", periods.InForce()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of an exception"),
    };

    private JsonObject Citation() => Shape.Described("Where the text says so: the id of a source, then a comma and the place in it.", scalars.Text());

    private static JsonObject Overrides() =>
        Shape.List(Shape.Pattern("^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", "write rule-id, or rule-set-id/rule-id"), 1);
}
