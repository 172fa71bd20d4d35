using System.Text.Json.Nodes;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;

namespace PolicyCheck.Schemas;

/// <summary>The schema of conditions: connectives, and tests of facts by their paths.</summary>
internal sealed class ConditionSchema
{
    private readonly Vocabulary _vocabulary;
    private readonly Definitions _definitions;
    private readonly TestSchema _tests;

    public ConditionSchema(Vocabulary vocabulary, Scalars scalars, Definitions definitions)
    {
        _vocabulary = vocabulary;
        _definitions = definitions;
        _tests = new(new(scalars, definitions, groupsAllowed: true), scalars, definitions, RowRef);
    }

    /// <summary>A reference to a condition on the facts of the vocabulary.</summary>
    public JsonObject Ref() => _definitions.Ref("condition", () =>
    {
        var condition = Mapping(Ref, _vocabulary.Facts.ToDictionary(fact => fact.Path, StringComparer.Ordinal));
        condition["patternProperties"] = new JsonObject { [OwnFacts.ConditionPattern(_vocabulary)] = _tests.OfUnknownType() };
        return condition;
    });

    private JsonObject RowRef(FactDeclaration records) =>
        _definitions.Ref($"row:{records.Path}", () => Mapping(() => RowRef(records), FactValues.Fields(records)));

    private JsonObject Mapping(Func<JsonObject> self, IReadOnlyDictionary<string, FactDeclaration> facts)
    {
        var condition = Shape.Closed(
            [.. ConditionBinder.Connectives, .. facts.Keys],
            key => ConditionBinder.Connectives.Contains(key) ? Connective(key, self) : _tests.Ref(facts[key]));
        condition["minProperties"] = 1;
        return condition;
    }

    private static JsonObject Connective(string word, Func<JsonObject> self) => word switch
    {
        "all" => Shape.Described(OperatorText.Of(word), Shape.List(self(), 1)),
        "any" => Shape.Described(OperatorText.Of(word), Shape.List(self(), 1)),
        "none" => Shape.Described(OperatorText.Of(word), Shape.List(self(), 1)),
        "not" => Shape.Described(OperatorText.Of(word), self()),
        "is" => Shape.Described("The name of one of the definitions of this rule set; what it stands for holds.", new() { ["type"] = "string" }),
        _ => throw new InvalidOperationException($"no schema for the connective `{word}`"),
    };
}
