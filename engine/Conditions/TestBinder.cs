using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Conditions;

/// <summary>Turns what is written beside a fact into tests of it.</summary>
internal sealed class TestBinder(Vocabulary vocabulary, Scope scope, DiagnosticBag diagnostics, HashSet<string> usedParameters, Func<FactDeclaration, Node, Condition?> bindRow)
{
    private readonly ValueBinder _values = new(vocabulary, groupsAllowed: true, diagnostics);

    public IEnumerable<Condition?> Bind(FactDeclaration fact, Node node, Location location) => node switch
    {
        MappingNode mapping when fact.Type == FactType.Records => BindRecords(fact, mapping),
        MappingNode { Entries.IsEmpty: true } or SequenceNode { Items.IsEmpty: true } or ScalarNode { IsNull: true } => [Empty(fact, location)],
        MappingNode mapping => mapping.Entries.Select(entry => BindOperator(fact, entry)),
        _ => [Shorthand(fact, node, location)],
    };

    private Condition? Empty(FactDeclaration fact, Location location)
    {
        diagnostics.Error(ConditionCodes.EmptyCondition, location, $"nothing is said about {fact.Path}", "write a value, a list of values, or an operator such as `known: true`");
        return null;
    }

    private Test? Shorthand(FactDeclaration fact, Node node, Location location)
    {
        var many = node is SequenceNode;
        if (OperatorWords.Shorthand(fact.Type, many) is { } test)
        {
            return Test(fact, test, node, location);
        }

        Unfit(location, fact, many ? "a list" : "a single value");
        return null;
    }

    private Condition? BindOperator(FactDeclaration fact, MappingEntry entry)
    {
        var (key, node) = entry;
        var location = new Location(key.Location.Source, new(key.Location.Span.Start, node.Location.Span.End));
        var words = Words(fact);
        if (!words.Contains(key.Value) && OperatorWords.Statements.Contains(key.Value))
        {
            diagnostics.Error(
                ConditionCodes.UnfitOperator,
                key.Location,
                $"`{key.Value}` doesn't apply to {fact.Path}: a row has no basis and no day of its own",
                "ask it of the whole list, beside `each`, `some` or what is measured");
            return null;
        }

        if (!words.Contains(key.Value))
        {
            var known = OperatorWords.All.Contains(key.Value);
            diagnostics.Error(
                known ? ConditionCodes.UnfitOperator : ConditionCodes.UnknownOperator,
                key.Location,
                known ? $"`{key.Value}` doesn't apply to {fact.Path}, a {fact.Type.ToString().ToLowerInvariant()}" : $"`{key.Value}` is not an operator",
                Spelling.DidYouMean(key.Value, words, $"use one of {string.Join(", ", words)}"));
            return null;
        }

        if (key.Value == "known")
        {
            return Known(fact, node, location);
        }

        if (OperatorWords.Statements.Contains(key.Value))
        {
            return Statement(fact, key.Value, node, location);
        }

        var (test, negated) = OperatorWords.Meaning(key.Value, fact.Type);
        return Test(fact, test, node, location) is not { } bound ? null : negated ? new Negation(bound.Location, bound) : bound;
    }

    private IEnumerable<Condition?> BindRecords(FactDeclaration fact, MappingNode mapping)
    {
        var binder = new MappingBinder(mapping, $"a test of {fact.Path}", OperatorWords.Records, diagnostics);
        Condition? where = null;
        if (binder.Node("where") is { } filter && (where = bindRow(fact, filter)) is null)
        {
            yield return null;
        }

        var entries = mapping.Entries.Where(entry => entry.Key.Value != "where" && OperatorWords.Records.Contains(entry.Key.Value)).ToList();
        if (entries.Count == 0)
        {
            yield return Empty(fact, mapping.Location);
        }

        foreach (var (key, node) in entries)
        {
            var location = new Location(key.Location.Source, new(key.Location.Span.Start, node.Location.Span.End));
            if (key.Value == "known")
            {
                yield return Known(fact, node, location);
            }
            else if (OperatorWords.Statements.Contains(key.Value))
            {
                yield return Statement(fact, key.Value, node, location);
            }
            else if (key.Value is "each" or "some")
            {
                var quantifier = key.Value == "each" ? Quantifier.Each : Quantifier.Some;
                yield return bindRow(fact, node) is { } row ? new RowTest(location, fact, where, quantifier, row) : null;
            }
            else
            {
                foreach (var test in BindMeasure(fact, where, Enum.Parse<Measure>(key.Value, ignoreCase: true), node, location))
                {
                    yield return test;
                }
            }
        }
    }

    private IEnumerable<Condition?> BindMeasure(FactDeclaration fact, Condition? where, Measure measure, Node node, Location location)
    {
        if (MeasuredNumbers.Roles(measure).FirstOrDefault(role => fact.FieldWithRole(role) is null) is { } missing)
        {
            diagnostics.Error(ConditionCodes.MissingRole, location, $"{fact.Path} has no field for {missing}", $"give one of its number fields `role: {missing}`");
            return [null];
        }

        return Bind(MeasuredNumbers.Declaration(measure), node, location).Select(bound => bound switch
        {
            Test test => new MeasureTest(test.Location, fact, where, measure, test.Operator, test.Operand),
            Negation { Part: Test test } negation => negation with { Part = new MeasureTest(test.Location, fact, where, measure, test.Operator, test.Operand) },
            _ => (Condition?)null,
        });
    }

    private Test? Test(FactDeclaration fact, TestOperator test, Node node, Location location) =>
        BindOperand(fact, test, node) is { } operand ? new(location, fact, test, operand) : null;

    private Condition? Known(FactDeclaration fact, Node node, Location location) => node switch
    {
        ScalarNode { Value: "true" } => new Test(location, fact, TestOperator.Known, Operand.Constant()),
        ScalarNode { Value: "false" } => new Negation(location, new Test(location, fact, TestOperator.Known, Operand.Constant())),
        _ => Unfit(node.Location, fact, "`known` with anything but true or false"),
    };

    private StatementTest? Statement(FactDeclaration fact, string word, Node node, Location location)
    {
        if (word == "notOlderThan")
        {
            return BindOperand(fact, TestOperator.WithinSpan, node) is { } span ? new AgeTest(location, fact, span) : null;
        }

        if (node is ScalarNode { Value: var basis } && OperatorWords.Bases.Contains(basis))
        {
            return new BasisTest(location, fact, (Basis)OperatorWords.Bases.IndexOf(basis));
        }

        diagnostics.Error(
            BindingCodes.UnknownWord,
            node.Location,
            node is ScalarNode other ? $"`{other.Value}` is not a basis" : "a basis is one word",
            Spelling.DidYouMean((node as ScalarNode)?.Value ?? "", OperatorWords.Bases, $"use one of {string.Join(", ", OperatorWords.Bases)}"));
        return null;
    }

    private static ImmutableArray<string> Words(FactDeclaration fact) => fact.IsField ? OperatorWords.OfField(fact.Type) : OperatorWords.Of(fact.Type);

    private Operand? BindOperand(FactDeclaration fact, TestOperator test, Node node)
    {
        if (node is ScalarNode { Value: ['$', .. var name] })
        {
            if (scope.Parameters.TryGetValue(name, out var dated))
            {
                usedParameters.Add(name);
                var alternatives = dated.Select(value => (value.Period, Values: BindValues(fact, test, value.Node))).ToList();
                return alternatives.Exists(value => value.Values is null)
                    ? null
                    : new(name, [.. alternatives.Select(value => new DatedValues(value.Period, value.Values ?? []))]);
            }

            diagnostics.Error(
                ConditionCodes.UnknownParameter,
                node.Location,
                $"`${name}` is not a parameter of this rule set",
                Spelling.DidYouMean(name, scope.Parameters.Keys.Order(StringComparer.Ordinal), "add it under `parameters`"));
            return null;
        }

        return BindValues(fact, test, node) is { } values ? Operand.Constant(values) : null;
    }

    private ImmutableArray<Value>? BindValues(FactDeclaration fact, TestOperator test, Node node)
    {
        if (node is SequenceNode sequence && !OperatorWords.TakesMany(test))
        {
            Unfit(node.Location, fact, "a list after this operator");
            return null;
        }

        ImmutableArray<Node> items = node is SequenceNode { Items: var many } ? many : [node];
        var values = items.Select(item => BindValue(fact, test, item)).ToList();
        if (values.Count == 0)
        {
            Empty(fact, node.Location);
            return null;
        }

        return values.Contains(null) ? null : [.. values.OfType<Value>()];
    }

    private Value? BindValue(FactDeclaration fact, TestOperator test, Node node)
    {
        switch (test)
        {
            case TestOperator.WithinSpan:
                return _values.Element(node, fact with { Type = FactType.Duration, Unit = "calendar" });
            case TestOperator.Matches when node is ScalarNode scalar:
                var pattern = new PatternValue(scalar.Value);
                if (pattern.Problem() is { } problem)
                {
                    diagnostics.Error(ConditionCodes.BadPattern, node.Location, $"`{scalar.Value}` is not a regular expression that can be used: {problem}", "mend it; it must match the whole text");
                    return null;
                }

                return pattern;
            default:
                return _values.Element(node, fact);
        }
    }

    private Condition? Unfit(Location location, FactDeclaration fact, string what)
    {
        diagnostics.Error(
            ConditionCodes.UnfitOperator,
            location,
            $"{what} doesn't apply to {fact.Path}, a {fact.Type.ToString().ToLowerInvariant()}",
            $"use one of {string.Join(", ", Words(fact))}");
        return null;
    }
}
