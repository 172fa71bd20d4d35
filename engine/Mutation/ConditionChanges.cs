using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;
using PolicyCheck.Values;

namespace PolicyCheck.Mutation;

/// <summary>The small changes that one part of a condition can suffer.</summary>
internal sealed class ConditionChanges
{
    private readonly ConditionText _words = new(DateOnly.MaxValue);

    /// <summary>The changes of a part itself, not of the parts inside it.</summary>
    /// <param name="part">The part.</param>
    public IEnumerable<(Change Change, Condition After)> Of(Condition part) => part switch
    {
        AllOf { Parts.Length: > 1 } all => Dropped(all, all.Parts, parts => all with { Parts = parts })
            .Append((new("all-to-any", $"all of: {Parts(all.Parts)}", $"any of: {Parts(all.Parts)}"), new AnyOf(all.Location, all.Parts))),
        AnyOf { Parts.Length: > 1 } any => Dropped(any, any.Parts, parts => any with { Parts = parts })
            .Append((new("any-to-all", $"any of: {Parts(any.Parts)}", $"all of: {Parts(any.Parts)}"), new AllOf(any.Location, any.Parts))),
        Negation negation => [(new("not-dropped", _words.Phrase(negation), _words.Phrase(negation.Part)), negation.Part)],
        Test test => OperandChanges.Of(test.Operator, test.Operand, test.Fact).Select(change => Said(test, change.Kind, test with { Operator = change.Operator, Operand = change.Operand })),
        MeasureTest measure => OperandChanges.Of(measure.Operator, measure.Operand, MeasuredNumbers.Declaration(measure.Measure))
            .Select(change => Said(measure, change.Kind, measure with { Operator = change.Operator, Operand = change.Operand }))
            .Concat(measure.Where is null ? [] : [Said(measure, "where-dropped", measure with { Where = null })]),
        RowTest rows => new[] { Said(rows, "quantifier", rows with { Quantifier = rows.Quantifier == Quantifier.Each ? Quantifier.Some : Quantifier.Each }) }
            .Concat(rows.Where is null ? [] : [Said(rows, "where-dropped", rows with { Where = null })]),
        BasisTest basis => Enum.GetValues<Basis>().Where(other => Math.Abs(other - basis.Basis) == 1).Select(other => Said(basis, "basis", basis with { Basis = other })),
        AgeTest { Span.Parameter: null } age => OperandChanges.Of(TestOperator.WithinSpan, age.Span.Alternatives[0].Values, age.Fact).Select(change => Said(age, change.Kind, age with { Span = Operand.Constant(change.Values) })),
        _ => [],
    };

    private IEnumerable<(Change Change, Condition After)> Dropped(Condition whole, ImmutableArray<Condition> parts, Func<ImmutableArray<Condition>, Condition> with) =>
        parts.Select((part, i) => (new Change("operand-dropped", _words.Phrase(part), null), parts.Length == 2 ? parts[1 - i] : with(parts.RemoveAt(i))));

    private (Change Change, Condition After) Said(Condition before, string kind, Condition after) => (new(kind, _words.Phrase(before), _words.Phrase(after)), after);

    private string Parts(ImmutableArray<Condition> parts) => string.Join("; ", parts.Select(_words.Phrase));
}
