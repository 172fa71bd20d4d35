using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>Turns nodes into values of a fact's declared type; what doesn't fit is reported and gives null.</summary>
/// <param name="vocabulary">The vocabulary with groups and local places.</param>
/// <param name="groupsAllowed">Whether a group of places may stand for its members, as it may in rules.</param>
/// <param name="diagnostics">Where problems go.</param>
public sealed class ValueBinder(Vocabulary vocabulary, bool groupsAllowed, DiagnosticBag diagnostics)
{
    private const int FewMembers = 16;

    private static readonly FlagValue True = new(true);
    private static readonly FlagValue False = new(false);

    /// <summary>Reads a whole value.</summary>
    /// <param name="node">What was written.</param>
    /// <param name="fact">The fact it is stated for.</param>
    public Value? Bind(Node node, FactDeclaration fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Type switch
        {
            FactType.Choices => Set<TextValue, string>(node, fact, static value => value.Text) is { } terms ? new TermsValue(terms) : null,
            FactType.Places => Set<PlaceValue, Place>(node, fact, static value => value.Place) is { } places ? new PlacesValue(places) : null,
            FactType.Records => Rows(node, fact),
            _ => Element(node, fact),
        };
    }

    /// <summary>Reads one element: of a set one member, else the whole value.</summary>
    /// <param name="node">What was written.</param>
    /// <param name="fact">The fact it is stated for.</param>
    public Value? Element(Node node, FactDeclaration fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (node is not ScalarNode scalar)
        {
            ArgumentNullException.ThrowIfNull(node);
            return WrongType(node.Location, node is SequenceNode ? "a list" : "a mapping", fact);
        }

        return fact.Type switch
        {
            FactType.Flag => Flag(scalar, fact),
            FactType.Text => Text(scalar, fact),
            FactType.Choice or FactType.Choices => Choice(scalar, fact),
            FactType.Number => NumberParser.TryNumber(scalar.Value, fact, out var number, out var problem)
                ? new NumberValue(number)
                : Report(FactsCodes.BadNumber, scalar, problem.Message, problem.Cure),
            FactType.Duration => NumberParser.TryDuration(scalar.Value, fact, out var duration, out var problem)
                ? new DurationValue(duration)
                : Report(FactsCodes.BadDuration, scalar, problem.Message, problem.Cure),
            FactType.Date => IsoDate.TryParse(scalar.Value, out var date)
                ? new DateValue(date)
                : Report(BindingCodes.BadDate, scalar, $"`{scalar.Value}` is not a day", IsoDate.Cure(scalar.Value)),
            FactType.Place or FactType.Places => PlaceParser.TryParse(scalar.Value, vocabulary, groupsAllowed, out var place, out var cure)
                ? new PlaceValue(place)
                : Report(FactsCodes.UnknownPlace, scalar, $"`{scalar.Value}` is not a place", cure),
            _ => WrongType(scalar.Location, $"`{scalar.Value}`", fact),
        };
    }

    // Each member once, in the order written; null where one of them isn't a value.
    private ImmutableArray<TMember>? Set<TValue, TMember>(Node node, FactDeclaration fact, Func<TValue, TMember> member)
        where TValue : Value
    {
        ImmutableArray<Node> items = node is SequenceNode sequence ? sequence.Items : [node];
        if (items.IsEmpty && fact.Type == FactType.Places)
        {
            diagnostics.Error(FactsCodes.WrongType, node.Location, $"{fact.Path} names no place, and nothing is nowhere", "name the places, or leave the line out where nobody knows them");
            return null;
        }

        var members = ImmutableArray.CreateBuilder<TMember>(items.Length);
        var seen = items.Length > FewMembers ? new HashSet<TMember>() : null;
        var isWhole = true;
        foreach (var item in items)
        {
            if (Element(item, fact) is not TValue value)
            {
                isWhole = false;
            }
            else if (member(value) is var one && (seen?.Add(one) ?? !members.Contains(one)))
            {
                members.Add(one);
            }
        }

        return isWhole ? members.DrainToImmutable() : null;
    }

    private FlagValue? Flag(ScalarNode scalar, FactDeclaration fact)
    {
        if (scalar.IsPlain && scalar.Value is "true" or "yes")
        {
            return True;
        }

        if (scalar.IsPlain && scalar.Value is "false" or "no")
        {
            return False;
        }

        diagnostics.Error(
            FactsCodes.WrongType,
            scalar.Location,
            $"`{scalar.Value}` is neither true nor false, and {fact.Path} is one of them",
            scalar.Value.ToUpperInvariant() switch
            {
                "TRUE" or "YES" or "Y" or "ON" => "did you mean `true`, without quotes?",
                "FALSE" or "NO" or "N" or "OFF" => "did you mean `false`, without quotes?",
                _ => "write `true` or `false`, or leave the line out where nobody knows",
            });
        return null;
    }

    private TextValue? Text(ScalarNode scalar, FactDeclaration fact)
    {
        if (fact.FindValue(scalar.Value) is { } declared)
        {
            return new(declared);
        }

        if (fact.Values.Select(known => known.Value).FirstOrDefault(known => IsMisspelling(scalar.Value, known)) is { } meant)
        {
            diagnostics.Error(
                FactsCodes.MisspeltText,
                scalar.Location,
                $"`{scalar.Value}` is almost the {fact.Path} that rules speak of",
                $"did you mean `{meant}`? If not, add this spelling to the vocabulary's values of {fact.Path}");
            return null;
        }

        return new(scalar.Value);
    }

    private static bool IsMisspelling(string written, string known) =>
        string.Equals(written, known, StringComparison.OrdinalIgnoreCase) || (known.Length > 3 && Spelling.IsOneEditApart(written, known));

    private TextValue? Choice(ScalarNode scalar, FactDeclaration fact)
    {
        if (fact.FindValue(scalar.Value) is { } declared)
        {
            return new(declared);
        }

        var words = fact.Values.Select(value => value.Value).ToList();
        diagnostics.Error(
            FactsCodes.UnknownValue,
            scalar.Location,
            $"`{scalar.Value}` is not a value of {fact.Path}",
            Spelling.DidYouMean(scalar.Value, words, $"use one of {string.Join(", ", words)}"));
        return null;
    }

    private RecordsValue? Rows(Node node, FactDeclaration fact)
    {
        if (node is not SequenceNode sequence)
        {
            WrongType(node.Location, "this", fact);
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Value?>>();
        ImmutableArray<string> names = [.. fact.Fields.Select(field => field.Path)];
        foreach (var item in sequence.Items)
        {
            if (item is not MappingNode mapping)
            {
                WrongType(item.Location, "this row", fact);
                continue;
            }

            var row = new MappingBinder(mapping, $"a row of {fact.Path}", names, diagnostics);
            rows.Add([.. fact.Fields.Select(field => row.Node(field.Path) is { } value ? Bind(value, field) : null)]);
            Consistent(mapping, rows[^1], fact);
        }

        return new(rows.ToImmutable());
    }

    private void Consistent(MappingNode mapping, ImmutableArray<Value?> row, FactDeclaration fact)
    {
        if (Measure("errors") is { } errors && Measure("trials") is { } trials && errors > trials)
        {
            diagnostics.Error(
                FactsCodes.BadNumber,
                mapping.Location,
                $"a row of {fact.Path} has more errors than trials",
                "state how many trials there were, and how many of them were errors");
        }

        decimal? Measure(string role) => fact.FieldWithRole(role) is { } field && row[field.Slot] is NumberValue number ? number.Number : null;
    }

    private Value? WrongType(Location location, string what, FactDeclaration fact)
    {
        diagnostics.Error(FactsCodes.WrongType, location, $"{what} is not a value of {fact.Path}, which is a {Describe(fact.Type)}", Example(fact));
        return null;
    }

    private Value? Report(string code, ScalarNode scalar, string message, string cure)
    {
        diagnostics.Error(code, scalar.Location, message, cure);
        return null;
    }

    private static string Describe(FactType type) => type switch
    {
        FactType.Records => "list of records",
        FactType.Choices => "set of values",
        FactType.Places => "set of places",
        FactType.Duration => "length of time",
        FactType.Flag => "flag",
        _ => type.ToString().ToLowerInvariant(),
    };

    private static string Example(FactDeclaration fact) => fact.Type switch
    {
        FactType.Records => $"write one row for each line after `- `, with {string.Join(", ", fact.Fields.Select(field => field.Path))}",
        FactType.Choice or FactType.Choices => $"use one of {string.Join(", ", fact.Values.Select(value => value.Value))}",
        FactType.Flag => "write `true` or `false`",
        FactType.Date => "write it as `2020-06-10`",
        FactType.Place or FactType.Places => "write it as `US-OR`",
        FactType.Duration => "write it as `30 days`",
        FactType.Number => "write a number",
        _ => "write a text",
    };
}
