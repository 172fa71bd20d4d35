using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>The truth of leaves on a day: resolves parameters and groups of places, and looks into rows.</summary>
/// <param name="vocabulary">The vocabulary with the groups of places.</param>
/// <param name="day">The day asked about.</param>
public sealed class LeafEvaluator(Vocabulary vocabulary, DateOnly day)
{
    /// <summary>The day asked about.</summary>
    public DateOnly Day => day;

    /// <summary>The operand's values on the day, groups of places replaced by their members; null where a parameter has none in force.</summary>
    /// <param name="operand">The operand.</param>
    public ImmutableArray<Value>? Resolve(Operand operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        if (operand.On(day) is not { } values)
        {
            return null;
        }

        return values.Any(value => value is PlaceValue)
            ? [.. values.Cast<PlaceValue>().SelectMany(value => vocabulary.PlacesOf(value.Place, day)).Select(place => new PlaceValue(place))]
            : values;
    }

    /// <summary>The operand of a leaf, or null where it has none.</summary>
    /// <param name="leaf">The leaf.</param>
    public static Operand? OperandOf(Leaf leaf) => leaf switch
    {
        Test test => test.Operand,
        MeasureTest measure => measure.Operand,
        AgeTest age => age.Span,
        _ => null,
    };

    /// <summary>The truth of a leaf.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="known">What is known of the fact, or null where it isn't stated.</param>
    /// <param name="operand">The resolved operand; ignored where the leaf has none.</param>
    public Truth Evaluate(Leaf leaf, KnownFact? known, ImmutableArray<Value>? operand) =>
        known is { Value: null } ? Truth.Unknown : leaf switch
        {
            BasisTest test => known?.Basis >= test.Basis ? Truth.True : Truth.Unknown,
            AgeTest => known?.On is { } on && operand is [DurationValue span] ? TestEvaluator.WithinSpan(on, span.Duration, day) : Truth.Unknown,
            _ => Evaluate(leaf, known?.Value, operand),
        };

    private Truth Evaluate(Leaf leaf, Value? value, ImmutableArray<Value>? operand) => leaf switch
    {
        Test test => TestEvaluator.Evaluate(test.Operator, value, operand, day),
        RowTest rows => value is RecordsValue records ? Evaluate(rows, records) : Truth.Unknown,
        MeasureTest measure => value is RecordsValue records ? Evaluate(measure, records, operand) : Truth.Unknown,
        _ => throw new InvalidOperationException($"no truth for {leaf?.GetType().Name}"),
    };

    /// <summary>The range of a measure over the rows that its condition selects; null where nothing can be said.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="records">The rows.</param>
    public NumberRange? Measured(MeasureTest measure, RecordsValue records)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(records);
        return RowMeasures.Of(measure.Measure, measure.Fact, Select(measure.Where, records));
    }

    private Truth Evaluate(RowTest test, RecordsValue records)
    {
        var rows = Select(test.Where, records);
        return test.Quantifier == Quantifier.Some
            ? TestEvaluator.Any(rows, row => Kleene.And(row.Selected, Holds(test.Row, row.Row)))
            : Kleene.And(
                TestEvaluator.Any(rows, row => row.Selected),
                TestEvaluator.All(rows, row => Kleene.Or(Kleene.Not(row.Selected), Holds(test.Row, row.Row))));
    }

    private Truth Evaluate(MeasureTest test, RecordsValue records, ImmutableArray<Value>? operand)
    {
        if (operand is not { } operands || Measured(test, records) is not { } range)
        {
            return Truth.Unknown;
        }

        return TestEvaluator.Any(operands, one => TestEvaluator.Compare(test.Operator, range, NumberRange.Exactly(((NumberValue)one).Number)));
    }

    private ImmutableArray<SelectedRow> Select(Condition? where, RecordsValue records) =>
        [.. records.Rows.Select(row => new SelectedRow(row, where is null ? Truth.True : Holds(where, row)))];

    private Truth Holds(Condition condition, ImmutableArray<Value?> row) => condition switch
    {
        AllOf all => TestEvaluator.All(all.Parts, part => Holds(part, row)),
        AnyOf any => TestEvaluator.Any(any.Parts, part => Holds(part, row)),
        Negation negation => Kleene.Not(Holds(negation.Part, row)),
        Defined defined => Holds(defined.Body, row),
        Leaf leaf => Evaluate(leaf, row[leaf.Fact.Slot], OperandOf(leaf) is { } operand ? Resolve(operand) : null),
        _ => throw new InvalidOperationException($"no truth for {condition.GetType().Name}"),
    };
}
