using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>The truth of one test, from a fact's value and an operand's values.</summary>
internal static class TestEvaluator
{
    /// <summary>Evaluates a test; a fact that isn't stated and a parameter without a value make it unknown.</summary>
    public static Truth Evaluate(TestOperator test, Value? value, ImmutableArray<Value>? operand, DateOnly day)
    {
        if (test == TestOperator.Known)
        {
            return Kleene.Of(value is not null);
        }

        if (value is null || operand is not { } operands)
        {
            return Truth.Unknown;
        }

        return test switch
        {
            TestOperator.Is or TestOperator.OneOf => Any(operands, one => AreEqual(value, one)),
            TestOperator.IncludesAny => Any(operands, one => Kleene.Of(Has(value, one))),
            TestOperator.IncludesAll => All(operands, one => Kleene.Of(Has(value, one))),
            TestOperator.Only => Kleene.Of(((TermsValue)value).Terms.All(term => operands.Contains(new TextValue(term)))),
            TestOperator.Before => Kleene.Of(((DateValue)value).Date < ((DateValue)operands[0]).Date),
            TestOperator.OnOrAfter => Kleene.Of(((DateValue)value).Date >= ((DateValue)operands[0]).Date),
            TestOperator.WithinSpan => WithinSpan(((DateValue)value).Date, ((DurationValue)operands[0]).Duration, day),
            TestOperator.WithinPlace => Any(Places(value), place => IsInOne(place, operands)),
            TestOperator.OnlyWithinPlaces => All(Places(value), place => IsInOne(place, operands)),
            TestOperator.Matches => Kleene.Of(((PatternValue)operands[0]).Describes(((TextValue)value).Text)),
            _ => Compare(test, value, operands[0]),
        };
    }

    /// <summary>Compares what is known of two numbers.</summary>
    public static Truth Compare(TestOperator test, NumberRange left, NumberRange right) => test switch
    {
        TestOperator.AtLeast => left.IsAtLeast(right),
        TestOperator.MoreThan => left.IsMoreThan(right),
        TestOperator.AtMost => right.IsAtLeast(left),
        TestOperator.LessThan => right.IsMoreThan(left),
        TestOperator.Is or TestOperator.OneOf => left.IsEqualTo(right),
        _ => throw new InvalidOperationException($"{test} does not compare numbers"),
    };

    public static Truth Any<T>(ImmutableArray<T> items, Func<T, Truth> truth) => items.Aggregate(Truth.False, (sum, item) => Kleene.Or(sum, truth(item)));

    public static Truth All<T>(ImmutableArray<T> items, Func<T, Truth> truth) => items.Aggregate(Truth.True, (sum, item) => Kleene.And(sum, truth(item)));

    /// <summary>Whether a day lies within a span before the day asked about, both ends included.</summary>
    public static Truth WithinSpan(DateOnly date, Duration span, DateOnly day) => Kleene.Of(date <= day && date >= span.Before(day));

    private static Truth Compare(TestOperator test, Value left, Value right)
    {
        var (first, second) = Ranges(left, right);
        return Compare(test, first, second);
    }

    private static Truth AreEqual(Value left, Value right) => (left, right) switch
    {
        (NumberValue or DurationValue, _) => Compare(TestOperator.Is, left, right),
        _ => Kleene.Of(left.Equals(right)),
    };

    private static (NumberRange Left, NumberRange Right) Ranges(Value left, Value right) => (left, right) switch
    {
        (NumberValue first, NumberValue second) => (NumberRange.Exactly(first.Number), NumberRange.Exactly(second.Number)),
        (DurationValue first, DurationValue second) => Duration.Comparable(first.Duration, second.Duration),
        _ => throw new InvalidOperationException("only numbers and durations compare"),
    };

    private static bool Has(Value value, Value one) => ((TermsValue)value).Terms.Contains(((TextValue)one).Text);

    private static ImmutableArray<Place> Places(Value value) => value is PlacesValue many ? many.Places : [((PlaceValue)value).Place];

    private static Truth IsInOne(Place place, ImmutableArray<Value> operands) => Any(operands, one => place.IsIn(((PlaceValue)one).Place));
}
