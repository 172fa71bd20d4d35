using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Values;

namespace PolicyCheck.Timelines;

/// <summary>The tests of one day, stated or not, that a rule measures back from the day asked about.</summary>
/// <param name="Fact">The fact, or the field of a list.</param>
/// <param name="List">The list whose field it is, or null.</param>
/// <param name="IsOfStatement">Whether it is the day of the fact's document or measurement, and not its value.</param>
/// <param name="Spans">How far back, in all values that a parameter ever has.</param>
/// <param name="Constants">The other days that the fact is compared with.</param>
internal sealed record SpanTests(FactDeclaration Fact, FactDeclaration? List, bool IsOfStatement, ImmutableArray<Duration> Spans, ImmutableArray<DateOnly> Constants)
{
    /// <summary>The tests of days in some conditions that belong together, one entry for each fact or field that has a span.</summary>
    /// <param name="conditions">The conditions.</param>
    public static IEnumerable<SpanTests> In(IEnumerable<Condition> conditions) =>
        from test in conditions.SelectMany(NestedLeaves.Of)
        let isOfStatement = test.Leaf is AgeTest
        where isOfStatement || test.Leaf.Fact.Type == FactType.Date
        group test by (test.Leaf.Fact.Path, List: test.List?.Path, IsOfStatement: isOfStatement) into tests
        let values = tests.Select(test => LeafEvaluator.OperandOf(test.Leaf)).OfType<Operand>().SelectMany(operand => operand.Alternatives).SelectMany(alternative => alternative.Values).ToList()
        let spans = values.OfType<DurationValue>().Select(value => value.Duration).Distinct().ToImmutableArray()
        where !spans.IsEmpty
        select new SpanTests(tests.First().Leaf.Fact, tests.First().List, tests.Key.IsOfStatement, spans, [.. values.OfType<DateValue>().Select(value => value.Date)]);

    /// <summary>The days that a use states of it, each with the statement.</summary>
    /// <param name="facts">What is known of the use.</param>
    public IEnumerable<(DateOnly Date, StatedFact Stated)> Stated(UseFacts facts) => (List ?? Fact) is var fact && facts.Stated[fact.Slot] is { } stated
        ? stated.Value switch
        {
            _ when IsOfStatement => stated.On is { } on ? [(on, stated)] : [],
            DateValue date => [(date.Date, stated)],
            RecordsValue records when List is not null => records.Rows.Select(row => row[Fact.Slot]).OfType<DateValue>().Select(date => (date.Date, stated)),
            _ => [],
        }
        : [];
}
