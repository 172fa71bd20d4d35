using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Values;

namespace PolicyCheck.Evaluation;

/// <summary>
/// A leaf on one day with its operand resolved. The tests that rules ask most are decided here at once; everything else is left to
/// <see cref="LeafEvaluator"/>, which says the same of all of them.
/// </summary>
internal abstract class DatedTest
{
    private readonly int _slot;

    private DatedTest(int slot) => _slot = slot;

    /// <summary>The truth of the leaf.</summary>
    /// <param name="facts">What is known of the use.</param>
    public Truth Of(KnownFacts facts) => Of(facts[_slot]);

    /// <summary>Makes the test of a leaf.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    public static DatedTest Create(Leaf leaf, LeafEvaluator evaluator)
    {
        var operand = LeafEvaluator.OperandOf(leaf) is { } given ? evaluator.Resolve(given) : null;
        return (leaf, operand) switch
        {
            (Test { Operator: TestOperator.Is }, [FlagValue flag]) => new IsFlag(leaf.Fact.Slot, flag.Flag),
            (Test { Operator: TestOperator.Is or TestOperator.OneOf }, { IsEmpty: false } values) when values.All(value => value is TextValue) => new IsText(leaf.Fact.Slot, values),
            (Test { Operator: TestOperator.IncludesAny }, { IsEmpty: false } values) when values.All(value => value is TextValue) => new HasTerm(leaf.Fact.Slot, values),
            (Test { Operator: TestOperator.AtLeast or TestOperator.MoreThan or TestOperator.AtMost or TestOperator.LessThan } test, [NumberValue limit]) => new ComparesNumber(leaf.Fact.Slot, test.Operator, limit.Number),
            (Test { Operator: TestOperator.Known }, _) => new IsKnown(leaf.Fact.Slot),
            (Test { Operator: TestOperator.Before }, [DateValue day]) => new LiesIn(leaf.Fact.Slot, DateOnly.MinValue, day.Date.DayNumber - 1),
            (Test { Operator: TestOperator.OnOrAfter }, [DateValue day]) => new LiesIn(leaf.Fact.Slot, day.Date, DateOnly.MaxValue.DayNumber),
            (Test { Operator: TestOperator.WithinSpan }, [DurationValue span]) => new LiesIn(leaf.Fact.Slot, span.Duration.Before(evaluator.Day), evaluator.Day.DayNumber),
            (Test { Operator: TestOperator.WithinPlace }, { IsEmpty: false } values) when values.All(value => value is PlaceValue) => new IsInPlace(leaf.Fact.Slot, values),
            _ => new Evaluated(leaf, evaluator, operand),
        };
    }

    /// <summary>The truth of the leaf.</summary>
    /// <param name="known">What is known of its fact, or null where it isn't stated.</param>
    protected abstract Truth Of(KnownFact? known);

    private static string[] Texts(ImmutableArray<Value> values) => [.. values.Select(value => ((TextValue)value).Text)];

    private sealed class IsFlag(int slot, bool wanted) : DatedTest(slot)
    {
        protected override Truth Of(KnownFact? known) => known?.Value is not { } value ? Truth.Unknown : Kleene.Of(((FlagValue)value).Flag == wanted);
    }

    private sealed class IsKnown(int slot) : DatedTest(slot)
    {
        protected override Truth Of(KnownFact? known) => known is { Value: null } ? Truth.Unknown : Kleene.Of(known is not null);
    }

    private sealed class LiesIn(int slot, DateOnly first, int last) : DatedTest(slot)
    {
        protected override Truth Of(KnownFact? known) => known?.Value is not { } value ? Truth.Unknown : Kleene.Of(((DateValue)value).Date is var date && date >= first && date.DayNumber <= last);
    }

    private sealed class IsText(int slot, ImmutableArray<Value> wanted) : DatedTest(slot)
    {
        private readonly string[] _wanted = Texts(wanted);

        protected override Truth Of(KnownFact? known)
        {
            if (known?.Value is not { } value)
            {
                return Truth.Unknown;
            }

            var text = ((TextValue)value).Text;
            foreach (var one in _wanted)
            {
                if (string.Equals(text, one))
                {
                    return Truth.True;
                }
            }

            return Truth.False;
        }
    }

    private sealed class HasTerm(int slot, ImmutableArray<Value> wanted) : DatedTest(slot)
    {
        private readonly string[] _wanted = Texts(wanted);

        protected override Truth Of(KnownFact? known)
        {
            if (known?.Value is not { } value)
            {
                return Truth.Unknown;
            }

            foreach (var term in ((TermsValue)value).Terms)
            {
                foreach (var one in _wanted)
                {
                    if (string.Equals(term, one))
                    {
                        return Truth.True;
                    }
                }
            }

            return Truth.False;
        }
    }

    private sealed class ComparesNumber(int slot, TestOperator test, decimal limit) : DatedTest(slot)
    {
        protected override Truth Of(KnownFact? known)
        {
            if (known?.Value is not { } value)
            {
                return Truth.Unknown;
            }

            var order = ((NumberValue)value).Number.CompareTo(limit);
            return Kleene.Of(test switch
            {
                TestOperator.AtLeast => order >= 0,
                TestOperator.MoreThan => order > 0,
                TestOperator.AtMost => order <= 0,
                _ => order < 0,
            });
        }
    }

    private sealed class IsInPlace(int slot, ImmutableArray<Value> wanted) : DatedTest(slot)
    {
        private readonly Place[] _wanted = [.. wanted.Select(value => ((PlaceValue)value).Place)];

        protected override Truth Of(KnownFact? known) => known?.Value switch
        {
            null => Truth.Unknown,
            PlacesValue many => Of(many.Places.AsSpan()),
            var one => Of([((PlaceValue)one).Place]),
        };

        private Truth Of(ReadOnlySpan<Place> places)
        {
            var truth = Truth.False;
            foreach (var place in places)
            {
                foreach (var one in _wanted)
                {
                    truth = Kleene.Or(truth, place.IsIn(one));
                    if (truth == Truth.True)
                    {
                        return truth;
                    }
                }
            }

            return truth;
        }
    }

    private sealed class Evaluated(Leaf leaf, LeafEvaluator evaluator, ImmutableArray<Value>? operand) : DatedTest(leaf.Fact.Slot)
    {
        protected override Truth Of(KnownFact? known) => evaluator.Evaluate(leaf, known, operand);
    }
}
