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
    /// <summary>Makes the test of a leaf.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="evaluator">What evaluates leaves on the day.</param>
    public static DatedTest Create(Leaf leaf, LeafEvaluator evaluator)
    {
        var operand = LeafEvaluator.OperandOf(leaf) is { } given ? evaluator.Resolve(given) : null;
        return (leaf, operand) switch
        {
            (Test { Operator: TestOperator.Is }, [FlagValue flag]) => new IsFlag(leaf.Fact.Slot, flag.Flag),
            (Test { Operator: TestOperator.Is or TestOperator.OneOf }, { } values) when values.All(value => value is TextValue) => new IsText(leaf.Fact.Slot, values),
            (Test { Operator: TestOperator.IncludesAny }, { } values) => new HasAny(leaf.Fact.Slot, values),
            (Test { Operator: TestOperator.IncludesAll }, { } values) => new HasAll(leaf.Fact.Slot, values),
            (Test { Operator: TestOperator.Only }, { } values) => new HasOnly(leaf.Fact.Slot, values),
            (Test { Operator: TestOperator.AtLeast or TestOperator.MoreThan or TestOperator.AtMost or TestOperator.LessThan } test, [NumberValue limit]) => new ComparesNumber(leaf.Fact.Slot, test.Operator, limit.Number),
            (Test { Operator: TestOperator.AtLeast or TestOperator.MoreThan or TestOperator.AtMost or TestOperator.LessThan } test, [DurationValue limit]) => new ComparesDuration(leaf.Fact.Slot, test.Operator, limit.Duration),
            (Test { Operator: TestOperator.Known }, _) => new IsKnown(leaf.Fact.Slot),
            (Test { Operator: TestOperator.Before }, [DateValue day]) => new LiesIn(leaf.Fact.Slot, DateOnly.MinValue, day.Date.DayNumber - 1),
            (Test { Operator: TestOperator.OnOrAfter }, [DateValue day]) => new LiesIn(leaf.Fact.Slot, day.Date, DateOnly.MaxValue.DayNumber),
            (Test { Operator: TestOperator.WithinSpan }, [DurationValue span]) => new LiesIn(leaf.Fact.Slot, span.Duration.Before(evaluator.Day), evaluator.Day.DayNumber),
            (Test { Operator: TestOperator.WithinPlace }, { } values) => new IsInPlace(leaf.Fact.Slot, values),
            _ => new Evaluated(leaf, evaluator, operand),
        };
    }

    /// <summary>The truth of the leaf; null where it is unknown.</summary>
    /// <param name="facts">What is known of the use.</param>
    public abstract bool? Of(KnownFacts facts);

    private static string[] Texts(ImmutableArray<Value> values) => [.. values.Select(value => ((TextValue)value).Text)];

    private static bool Holds(TestOperator test, int order) => test switch
    {
        TestOperator.AtLeast => order >= 0,
        TestOperator.MoreThan => order > 0,
        TestOperator.AtMost => order <= 0,
        _ => order < 0,
    };

    private static bool IsOneOf(string text, string[] texts)
    {
        foreach (var one in texts)
        {
            if (string.Equals(text, one))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class IsFlag(int slot, bool wanted) : DatedTest
    {
        public override bool? Of(KnownFacts facts) => facts.ValueIn(slot) is { } value ? ((FlagValue)value).Flag == wanted : null;
    }

    private sealed class IsKnown(int slot) : DatedTest
    {
        public override bool? Of(KnownFacts facts) => facts[slot] is var known && known is { Value: null } ? null : known is not null;
    }

    private sealed class LiesIn(int slot, DateOnly first, int last) : DatedTest
    {
        public override bool? Of(KnownFacts facts) => facts.ValueIn(slot) is { } value ? ((DateValue)value).Date is var date && date >= first && date.DayNumber <= last : null;
    }

    private sealed class IsText(int slot, ImmutableArray<Value> wanted) : DatedTest
    {
        private readonly string[] _wanted = Texts(wanted);

        public override bool? Of(KnownFacts facts) => facts.ValueIn(slot) is { } value ? IsOneOf(((TextValue)value).Text, _wanted) : null;
    }

    private abstract class ReadsTerms(int slot, ImmutableArray<Value> wanted) : DatedTest
    {
        private readonly string[] _wanted = Texts(wanted);

        public sealed override bool? Of(KnownFacts facts) => facts.ValueIn(slot) is { } value ? Of(((TermsValue)value).Terms.AsSpan(), _wanted) : null;

        protected abstract bool Of(ReadOnlySpan<string> terms, string[] wanted);
    }

    private sealed class HasAny(int slot, ImmutableArray<Value> wanted) : ReadsTerms(slot, wanted)
    {
        protected override bool Of(ReadOnlySpan<string> terms, string[] wanted)
        {
            foreach (var term in terms)
            {
                if (IsOneOf(term, wanted))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class HasAll(int slot, ImmutableArray<Value> wanted) : ReadsTerms(slot, wanted)
    {
        protected override bool Of(ReadOnlySpan<string> terms, string[] wanted)
        {
            foreach (var one in wanted)
            {
                if (!terms.Contains(one))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class HasOnly(int slot, ImmutableArray<Value> wanted) : ReadsTerms(slot, wanted)
    {
        protected override bool Of(ReadOnlySpan<string> terms, string[] wanted)
        {
            foreach (var term in terms)
            {
                if (!IsOneOf(term, wanted))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class ComparesNumber(int slot, TestOperator test, decimal limit) : DatedTest
    {
        public override bool? Of(KnownFacts facts) => facts.ValueIn(slot) is { } value ? Holds(test, ((NumberValue)value).Number.CompareTo(limit)) : null;
    }

    // Lengths in one unit compare as numbers; between days and months it depends on the calendar.
    private sealed class ComparesDuration(int slot, TestOperator test, Duration limit) : DatedTest
    {
        public override bool? Of(KnownFacts facts)
        {
            if (facts.ValueIn(slot) is not { } value)
            {
                return null;
            }

            var length = ((DurationValue)value).Duration;
            if (length.Unit == limit.Unit)
            {
                return Holds(test, length.Amount.CompareTo(limit.Amount));
            }

            var (left, right) = Duration.Comparable(length, limit);
            return Kleene.ToAnswer(TestEvaluator.Compare(test, left, right));
        }
    }

    private sealed class IsInPlace(int slot, ImmutableArray<Value> wanted) : DatedTest
    {
        private readonly Place[] _wanted = [.. wanted.Select(value => ((PlaceValue)value).Place)];

        public override bool? Of(KnownFacts facts) => facts.ValueIn(slot) switch
        {
            null => null,
            PlacesValue many => Of(many.Places.AsSpan()),
            var one => Of([((PlaceValue)one).Place]),
        };

        private bool? Of(ReadOnlySpan<Place> places)
        {
            var truth = Truth.False;
            foreach (var place in places)
            {
                foreach (var one in _wanted)
                {
                    truth = Kleene.Or(truth, place.IsIn(one));
                    if (truth == Truth.True)
                    {
                        return true;
                    }
                }
            }

            return Kleene.ToAnswer(truth);
        }
    }

    private sealed class Evaluated(Leaf leaf, LeafEvaluator evaluator, ImmutableArray<Value>? operand) : DatedTest
    {
        public override bool? Of(KnownFacts facts) => Kleene.ToAnswer(evaluator.Evaluate(leaf, facts[leaf.Fact.Slot], operand));
    }
}
