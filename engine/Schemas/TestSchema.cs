using System.Text.Json.Nodes;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Schemas;

/// <summary>The schemas of tests: a value, a list of values, or a mapping of the operators that the fact's type has.</summary>
/// <param name="values">The schemas of values.</param>
/// <param name="scalars">The forms of single values.</param>
/// <param name="definitions">Where shared schemas go.</param>
/// <param name="row">The condition on a row of a list of records.</param>
internal sealed class TestSchema(FactValues values, Scalars scalars, Definitions definitions, Func<FactDeclaration, JsonObject> row)
{
    /// <summary>A reference to the test of a fact, with what the fact means.</summary>
    /// <param name="fact">The fact.</param>
    public JsonObject Ref(FactDeclaration fact) => definitions.Ref($"fact:{fact.Path}", () => FactText.Describe(fact, Shared(fact)));

    /// <summary>The test of a fact that the vocabulary doesn't have: any value, and any operator.</summary>
    public JsonObject OfUnknownType() => Shape.Described(
        "A fact that this rule set declares of its own.",
        Shape.AnyOf(scalars.Text(), Shape.List(scalars.Text(), 1), Operators(OperatorWords.All, static word => new() { ["description"] = OperatorText.Of(word) })));

    private JsonObject Shared(FactDeclaration fact) => definitions.Ref($"{(fact.IsField ? "field" : "test")}{FactValues.Ending(fact)}", () => fact.Type == FactType.Records ? OfRecords(fact) : Test(fact));

    private JsonObject Test(FactDeclaration fact)
    {
        var alternatives = OperatorWords.Shorthand(fact.Type, isList: false) is null ? [] : Operands(fact, OperatorWords.Shorthand(fact.Type, isList: true) is not null);
        return Shape.AnyOf([.. alternatives, Operators(fact.IsField ? OperatorWords.OfField(fact.Type) : OperatorWords.Of(fact.Type), word => Shape.Described(OperatorText.Of(word), Operand(fact, word)))]);
    }

    private JsonObject Operand(FactDeclaration fact, string word)
    {
        switch (word)
        {
            case "known":
                return new() { ["type"] = "boolean" };
            case "basis":
                return Shape.Words(OperatorWords.Bases);
            case "notOlderThan":
                return Span(fact);
        }

        var (test, _) = OperatorWords.Meaning(word, fact.Type);
        var operand = test switch
        {
            TestOperator.WithinSpan => Spans(fact),
            TestOperator.Matches => fact with { Values = [] },
            _ => fact,
        };
        var isMany = OperatorWords.TakesMany(test);
        return Shared(operand, isMany);
    }

    private static FactDeclaration Spans(FactDeclaration fact) => fact with { Type = FactType.Duration, Unit = FactBinder.DurationUnits[0] };

    private JsonObject Span(FactDeclaration fact) => Shared(Spans(fact), isMany: false);

    private JsonObject Shared(FactDeclaration operand, bool isMany) => definitions.Ref($"{(isMany ? "operands" : "operand")}{FactValues.Ending(operand)}", () => Shape.AnyOf(Operands(operand, isMany)));

    private IEnumerable<JsonObject> Operands(FactDeclaration fact, bool areMany) =>
        areMany ? [values.Element(fact), Parameter(), Shape.List(values.Element(fact), 1)] : [values.Element(fact), Parameter()];

    private JsonObject OfRecords(FactDeclaration fact) => Operators(
        OperatorWords.Records.Where(word => Fits(fact, word)),
        word => Shape.Described(OperatorText.Of(word), word switch
        {
            "known" => new() { ["type"] = "boolean" },
            "basis" => Shape.Words(OperatorWords.Bases),
            "notOlderThan" => Span(fact),
            "where" or "each" or "some" => row(fact),
            _ => Shared(MeasuredNumbers.Declaration(Enum.Parse<Measure>(word, ignoreCase: true))),
        }));

    private static bool Fits(FactDeclaration fact, string word) =>
        !Enum.TryParse<Measure>(word, ignoreCase: true, out var measure)
        || MeasuredNumbers.Roles(measure).All(role => fact.FieldWithRole(role) is not null);

    private static JsonObject Operators(IEnumerable<string> words, Func<string, JsonObject> operand)
    {
        var operators = Shape.Closed(words, operand);
        operators.Insert(0, "title", "operators");
        operators["minProperties"] = 1;
        return operators;
    }

    private JsonObject Parameter() => definitions.Ref("parameter", static () =>
        Shape.Pattern(@"^\$.", "write a value, or $ and the name of a parameter of this rule set"));
}
