using System.Collections.Immutable;

namespace PolicyCheck.Tests.Generation;

/// <summary>Writes one random rule set as text, so that everything between the text and the outcome is exercised.</summary>
internal sealed class RuleSetWriter(string id, ImmutableArray<GeneratedFact> facts, Dice dice, bool isDated = false)
{
    private readonly List<string> _parameters = [];
    private readonly List<string> _definitions = [];
    private ImmutableArray<(int From, int Until)> _periods;

    /// <summary>The rules that permissions of any rule set can override.</summary>
    public List<string> Overridable { get; } = [];

    private List<string> RuleKinds { get; } = [];

    /// <summary>Decides what each rule is, so that permissions elsewhere can name it.</summary>
    public void Plan()
    {
        for (var i = 0; i < dice.Between(1, 3); i++)
        {
            RuleKinds.Add(dice.Pick(["prohibits", "prohibits", "requires", "requires", "permits"]));
            if (RuleKinds[i] != "permits")
            {
                Overridable.Add($"{id}/r{i}");
            }
        }
    }

    // What only advises may not set aside what binds.
    private static readonly ImmutableArray<string> MayPermit = ["statute", "regulation", "ordinance", "court-order", "contract-term", "corporate-policy", "statute", "proposal"];

    public string Write(ImmutableArray<string> overridable)
    {
        _periods = DrawPeriods(0, Pools.Edges.Length, wholePerCent: isDated ? 30 : 70);
        var definitions = Enumerable.Range(0, dice.Between(0, 2)).Select(i =>
        {
            var line = $"  d{i}: {Condition(2)}\n";
            _definitions.Add($"d{i}");
            return line;
        }).ToList();
        var rules = string.Concat(RuleKinds.Select((kind, i) => WriteRule(i, kind == "permits" && overridable.IsEmpty ? "prohibits" : kind, overridable)));
        return $"""
            ruleSet: {id}
            title: A generated rule set
            authority: Nobody
            standing: {dice.Pick(RuleKinds.Contains("permits") ? MayPermit : [.. MayPermit, "guidance", "standard"])}
            jurisdictions: {(dice.Chance(50) ? "[world]" : Dice.Flow(dice.Some(Pools.Scopes, 2)))}
            summary: Nothing.
            sources:
              - {"{"}id: act, title: An act, read: official, confidence: high{"}"}
              - {"{"}id: memory, title: A memory, read: recollection, confidence: low{"}"}
            inForce: {Periods(_periods)}
            {Unresolved(isDated ? 40 : 15)}
            {(_parameters.Count > 0 ? "parameters:\n" + string.Concat(_parameters) : "")}
            {(definitions.Count > 0 ? "definitions:\n" + string.Concat(definitions) : "")}
            rules:
            {rules}
            notCovered:
              - Everything.

            """;
    }

    private string WriteRule(int index, string kind, ImmutableArray<string> overridable)
    {
        var own = dice.Chance(25) ? Inner(_periods) : null;
        var text = $"  - id: r{index}\n    title: A rule\n    citation: {Citation()}\n";
        text += dice.Chance(60) ? $"    when: {Condition(2)}\n" : "";
        text += $"    {kind}: {Condition(3)}\n";
        text += own is { } period ? $"    inForce: {Periods([period])}\n" : "";
        text += dice.Chance(isDated ? 30 : 10) ? $"    {Unresolved(100)}\n" : "";
        text += kind == "permits" ? $"    overrides: {Dice.Flow([.. dice.Some(overridable, 2).Union(OwnProhibitions())])}\n" : "";
        if (kind != "permits" && dice.Chance(50))
        {
            text += "    unless:\n" + string.Concat(Enumerable.Range(0, dice.Between(1, 2)).Select(i => WriteException(i, own is { } outer ? [outer] : _periods)));
        }

        return text + $"    severity: {dice.Pick(["critical", "high", "medium", "low"])}\n    remedy: Stop.\n"
            + (isDated && kind != "permits" ? "    waivable: {by: [The Minister], renewals: 9, citation: \"act, section 9\"}\n" : "");
    }

    // A permission must override what it could clash with.
    private IEnumerable<string> OwnProhibitions() => RuleKinds.Select((kind, i) => (kind, i)).Where(rule => rule.kind == "prohibits").Select(rule => $"{id}/r{rule.i}");

    private string WriteException(int index, ImmutableArray<(int From, int Until)> outer) =>
        $"      - id: e{index}\n        title: An exception\n        citation: {Citation()}\n        when: {Condition(2)}\n"
        + (dice.Chance(30) && Inner(outer) is { } period ? $"        inForce: {Periods([period])}\n" : "");

    private string Citation() => dice.Chance(12) ? "memory" : "\"act, section 1\"";

    private string Unresolved(int perCent)
    {
        var from = dice.Below(Pools.Edges.Length - 1);
        return dice.Chance(perCent)
            ? $"unresolved: [{{{(dice.Chance(50) ? $"from: {Pools.Edges[from]}, " : "")}until: {Pools.Edges[dice.Between(from + 1, Pools.Edges.Length - 1)]}, reason: nobody knows}}]"
            : "";
    }

    // One stretch of days, all days, or two stretches with or without a gap; an end beyond the edges is left open.
    private ImmutableArray<(int From, int Until)> DrawPeriods(int first, int last, int wholePerCent)
    {
        if (dice.Chance(wholePerCent))
        {
            return [(first - 1, last)];
        }

        var cuts = dice.Some(Enumerable.Range(first - 1, last - first + 2).ToList(), 4);
        return cuts.Count < 2 ? [(first - 1, last)] : cuts.Count < 4 ? [(cuts[0], cuts[1])] : [(cuts[0], cuts[1]), (cuts[2], cuts[3])];
    }

    private (int From, int Until)? Inner(ImmutableArray<(int From, int Until)> outer)
    {
        var (from, until) = dice.Pick(outer);
        var first = dice.Between(from, until - 1);
        return (first, dice.Between(first + 1, until));
    }

    private static string Periods(ImmutableArray<(int From, int Until)> periods) => Dice.Flow(periods.Select(period => $"{{{Ends(period.From, period.Until)}}}"));

    private static string Ends(int from, int until) => string.Join(
        ", ",
        new[] { from < 0 ? "" : $"from: {Pools.Edges[from]}", until >= Pools.Edges.Length ? "" : $"until: {Pools.Edges[until]}", from < 0 && until >= Pools.Edges.Length ? "note: always" : "" }
            .Where(part => part.Length > 0));

    private string Condition(int depth)
    {
        var roll = depth == 0 ? 0 : dice.Below(100);
        return roll switch
        {
            < 40 => $"{{{Entry(dice.Pick(facts))}}}",
            < 55 => $"{{{string.Join(", ", dice.Some(facts, 3).Select(Entry))}}}",
            < 67 => $"{{all: {List(depth)}}}",
            < 79 => $"{{any: {List(depth)}}}",
            < 86 => $"{{none: {List(depth)}}}",
            < 93 => $"{{not: {Condition(depth - 1)}}}",
            _ when _definitions.Count > 0 => $"{{is: {dice.Pick(_definitions)}, {Entry(dice.Pick(facts))}}}",
            _ => $"{{{Entry(dice.Pick(facts))}, not: {Condition(depth - 1)}}}",
        };
    }

    private string List(int depth) => Dice.Flow(Enumerable.Range(0, dice.Between(1, 3)).Select(_ => Condition(depth - 1)));

    private string Entry(GeneratedFact fact) => $"{fact.Path}: {(fact.Type == "records" ? RowsTest(fact) : Test(fact, inRow: false))}";

    private string Test(GeneratedFact fact, bool inRow)
    {
        var roll = dice.Below(100);
        return roll switch
        {
            < 8 => $"{{known: {dice.Pick(["true", "false"])}}}",
            < 16 when !inRow => $"{{{string.Join(", ", Statement().Concat(dice.Chance(50) ? [$"{fact.Operators[0]}: {Operand(fact, fact.Operators[0])}"] : []))}}}",
            < 25 when fact.Type != "date" || !inRow => dice.Pick(fact.Operands),
            < 35 when fact.Type != "flag" => Dice.Flow(dice.Some(fact.Operands, 3)),
            < 45 => $"{{{string.Join(", ", dice.Some(fact.Operators, 2).Select(one => $"{one}: {Operand(fact, one)}"))}}}",
            _ => Single(fact.IsMeasured && dice.Chance(60) ? "within" : dice.Pick(fact.Operators)),
        };

        string Single(string chosen) => $"{{{chosen}: {Operand(fact, chosen)}}}";
    }

    // What is asked of the statement itself, one thing or both.
    private List<string> Statement() => dice.Some(["basis", "notOlderThan"], 2).Select(one => $"{one}: {StatementOperand(one)}").ToList();

    private string StatementOperand(string one) => one == "basis" ? dice.Pick(Pools.Bases) : dice.Chance(14) ? "$" + Parameter(Pools.Spans, many: false) : dice.Pick(Pools.Spans);

    private string Operand(GeneratedFact fact, string chosen)
    {
        var pool = chosen == "matches" ? Pools.Patterns.Select(pattern => $"'{pattern}'").ToImmutableArray() : fact.Type == "date" && chosen == "within" ? Pools.Spans : fact.Operands;
        var many = chosen is "in" or "notIn" or "includesAny" or "includesAll" or "only" || (chosen is "within" or "includes" && fact.Type != "date" && dice.Chance(50));
        return dice.Chance(isDated ? 25 : 14) ? "$" + Parameter(pool, many) : Value(pool, many);
    }

    private string Value(ImmutableArray<string> pool, bool many) => many ? Dice.Flow(dice.Some(pool, 3)) : dice.Pick(pool);

    private string Parameter(ImmutableArray<string> pool, bool many)
    {
        var name = $"p{_parameters.Count}";
        var values = DrawPeriods(0, Pools.Edges.Length, wholePerCent: 40).Select(period => $"{{{Ends(period.From, period.Until)}, value: {Value(pool, many)}}}");
        _parameters.Add($"  {name}: {{meaning: a number, values: {Dice.Flow(values)}}}\n");
        return name;
    }

    private string RowsTest(GeneratedFact fact)
    {
        var where = dice.Chance(50) ? $"where: {Row(fact, 1)}, " : "";
        var tests = dice.Some(["each", "some", "count", "highestRate", "highestUpperBound", "ratio", "fewestTrials", "fewestErrors", "gini", "known", "basis", "notOlderThan"], 2)
            .Select(one => $"{one}: " + one switch
            {
                "known" => dice.Pick(["true", "false"]),
                "basis" or "notOlderThan" => StatementOperand(one),
                "each" or "some" => Row(fact, 1),
                "count" or "fewestErrors" => Measured(["0", "1", "2", "3"]),
                "fewestTrials" => Measured(["0", "1", "4", "7", "20"]),
                "highestRate" => Measured(["0", "5 %", "25 %", "1 in 4", "0.5", "1"]),
                "highestUpperBound" => Measured(["5 %", "20 %", "50 %", "0.9", "1"]),
                "ratio" => Measured(["1", "2", "1.5", "4", "10"]),
                _ => Measured(["0", "0.5", "0.25", "1"]),
            });
        return $"{{{where}{string.Join(", ", tests)}}}";
    }

    private string Measured(ImmutableArray<string> pool)
    {
        var chosen = dice.Pick(["is", "isNot", "in", "atLeast", "moreThan", "atMost", "lessThan"]);
        return $"{{{chosen}: {(dice.Chance(10) ? "$" + Parameter(pool, chosen == "in") : Value(pool, chosen == "in"))}}}";
    }

    private string Row(GeneratedFact fact, int depth)
    {
        var roll = depth == 0 ? 0 : dice.Below(100);
        return roll switch
        {
            < 60 => $"{{{Field(dice.Pick(fact.Fields))}}}",
            < 80 => $"{{{string.Join(", ", dice.Some(fact.Fields, 2).Select(Field))}}}",
            < 90 => $"{{{dice.Pick(["any", "none", "all"])}: [{Row(fact, depth - 1)}, {Row(fact, depth - 1)}]}}",
            _ => $"{{not: {Row(fact, depth - 1)}}}",
        };
    }

    private string Field(GeneratedFact field) => $"{field.Path}: {Test(field, inRow: true)}";
}
