using System.Collections.Concurrent;
using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Tests.Oracle;

/// <summary>The truth of leaves, written from the design and the file format alone; null stands for unknown.</summary>
internal sealed class OracleTests(Vocabulary vocabulary, DateOnly day)
{
    private static readonly ConcurrentDictionary<(string Inner, string Outer), bool?> Inside = new();

    /// <summary>The patterns that generated rules use, said in C#.</summary>
    public static ImmutableDictionary<string, Func<string, bool>> Patterns { get; } = new Dictionary<string, Func<string, bool>>
    {
        ["[ab]+"] = text => text.Length > 0 && text.All(letter => letter is 'a' or 'b'),
        ["a.*"] = text => text.StartsWith('a'),
        ["b|cc"] = text => text is "b" or "cc",
    }.ToImmutableDictionary();

    /// <summary>The truth of a leaf as stated.</summary>
    public bool? Of(Leaf leaf, Statement? stated) => (leaf, stated) switch
    {
        (_, { Counts: false }) => null,
        (BasisTest test, not null) when (int)stated.Basis >= (int)test.Basis => true,
        (BasisTest, _) => null,
        (AgeTest test, { On: { } on }) => Of(test, on),
        (AgeTest, _) => null,
        _ => Of(leaf, stated?.Value),
    };

    /// <summary>The truth of a test of age for a day; null where its parameter has no value.</summary>
    public bool? Of(AgeTest test, DateOnly on) => ValuesOf(test.Span) is { } span
        ? on.DayNumber <= day.DayNumber && on.DayNumber >= OracleLengths.DayBefore(day, ((DurationValue)span.Single()).Duration).DayNumber
        : null;

    /// <summary>All truths of a test of a statement: of a basis from not even stated to attested, of an age on every day.</summary>
    public bool?[] Column(Leaf leaf) => leaf switch
    {
        AgeTest test => [.. OracleDomains.Days.Select(on => Of(test, on))],
        BasisTest test => [.. Enumerable.Range(-1, 5).Select(basis => (bool?)(basis >= (int)test.Basis))],
        _ => [.. Enumerable.Range(-1, 5).Select(basis => (bool?)(basis >= 0))],
    };

    /// <summary>The truth of a leaf that asks for the value.</summary>
    public bool? Of(Leaf leaf, Value? value) => leaf switch
    {
        Test test => Compare(test, value),
        RowTest rows => value is RecordsValue records ? Rows(rows, records) : null,
        MeasureTest measure => value is RecordsValue records ? Measure(measure, records) : null,
        _ => throw new InvalidOperationException("no such leaf"),
    };

    public static Operand? OperandOf(Leaf leaf) => leaf is Test test ? test.Operand : leaf is MeasureTest measure ? measure.Operand : (leaf as AgeTest)?.Span;

    /// <summary>Whether the leaf compares with a parameter that has no value on the day.</summary>
    public bool LacksParameter(Leaf leaf) => OperandOf(leaf) is { Parameter: not null } operand && ValuesOf(operand) is null;

    public static bool? All(IEnumerable<bool?> truths) => truths.Aggregate((bool?)true, (sum, truth) => sum & truth);

    public static bool? Any(IEnumerable<bool?> truths) => truths.Aggregate((bool?)false, (sum, truth) => sum | truth);

    /// <summary>Whether something in one place is in another.</summary>
    public static bool? IsIn(Place inner, Place outer) => Inside.GetOrAdd((inner.Code, outer.Code), static (_, pair) =>
        Chain(pair.inner).Contains(pair.outer.Code) ? true : Chain(pair.outer).Contains(pair.inner.Code) ? null : false, (inner, outer));

    public bool Holds(Period period) => (period.From is null || period.From.Value <= day) && (period.Until is null || period.Until.Value > day);

    public IEnumerable<Place> Members(Place scope) =>
        vocabulary.Groups.SingleOrDefault(group => group.Id == scope.Code) is { } group
            ? group.Members.Where(member => Holds(member.Period)).Select(member => member.Place)
            : [scope];

    // A place and all the larger ones it lies in.
    private static List<string> Chain(Place place)
    {
        var codes = new List<string> { "world" };
        if (!place.IsWorld)
        {
            var segments = place.Code.Split('/');
            codes.Add(segments[0].Split('-')[0]);
            for (var length = 1; length <= segments.Length; length++)
            {
                codes.Add(string.Join('/', segments[..length]));
            }
        }

        return codes;
    }

    private ImmutableArray<Value>? ValuesOf(Operand operand)
    {
        foreach (var dated in operand.Alternatives)
        {
            if (Holds(dated.Period))
            {
                return dated.Values;
            }
        }

        return null;
    }

    private bool? Compare(Test test, Value? value)
    {
        if (test.Operator == TestOperator.Known)
        {
            return value is not null;
        }

        if (value is null || ValuesOf(test.Operand) is not { } operands)
        {
            return null;
        }

        return value switch
        {
            FlagValue flag => flag.Flag == ((FlagValue)operands.Single()).Flag,
            TextValue text when test.Operator == TestOperator.Matches => Patterns[((PatternValue)operands.Single()).Pattern](text.Text),
            TextValue text => operands.Any(one => string.Equals(((TextValue)one).Text, text.Text, StringComparison.Ordinal)),
            NumberValue number => Any(operands.Select(one => Compare(test.Operator, Exact(number), Exact((NumberValue)one)))),
            DurationValue length => Any(operands.Select(one => Compare(test.Operator, length.Duration, ((DurationValue)one).Duration))),
            DateValue date => operands.Any(one => Dates(test.Operator, date.Date, one)),
            TermsValue terms => Terms(test.Operator, [.. terms.Terms], [.. operands.Select(one => ((TextValue)one).Text)]),
            PlaceValue place => Places(test.Operator, [place.Place], operands),
            PlacesValue places => Places(test.Operator, places.Places, operands),
            _ => throw new InvalidOperationException("no such value"),
        };
    }

    private static Span Exact(NumberValue number) => Span.Exactly(Rational.Of(number.Number));

    private static bool? Compare(TestOperator test, Duration left, Duration right)
    {
        var (first, second) = OracleLengths.OnOneScale(left, right);
        return Compare(test, first, second);
    }

    private static bool? Compare(TestOperator test, Span left, Span right) => test switch
    {
        TestOperator.AtLeast => Span.IsAtLeast(left, right),
        TestOperator.MoreThan => Span.IsMoreThan(left, right),
        TestOperator.AtMost => Span.IsAtLeast(right, left),
        TestOperator.LessThan => Span.IsMoreThan(right, left),
        TestOperator.Is or TestOperator.OneOf => Span.AreEqual(left, right),
        _ => throw new InvalidOperationException("no such comparison"),
    };

    private bool Dates(TestOperator test, DateOnly date, Value operand) => test switch
    {
        TestOperator.Before => date.DayNumber < ((DateValue)operand).Date.DayNumber,
        TestOperator.OnOrAfter => date.DayNumber >= ((DateValue)operand).Date.DayNumber,
        TestOperator.WithinSpan => date.DayNumber <= day.DayNumber && date.DayNumber >= OracleLengths.DayBefore(day, ((DurationValue)operand).Duration).DayNumber,
        _ => date == ((DateValue)operand).Date,
    };

    private static bool Terms(TestOperator test, HashSet<string> terms, HashSet<string> operands) => test switch
    {
        TestOperator.IncludesAny => terms.Overlaps(operands),
        TestOperator.IncludesAll => terms.IsSupersetOf(operands),
        TestOperator.Only => terms.IsSubsetOf(operands),
        _ => throw new InvalidOperationException("no such comparison"),
    };

    private bool? Places(TestOperator test, ImmutableArray<Place> places, ImmutableArray<Value> operands)
    {
        var scopes = operands.SelectMany(one => Members(((PlaceValue)one).Place)).ToList();
        var each = places.Select(place => Any(scopes.Select(scope => IsIn(place, scope))));
        return test == TestOperator.OnlyWithinPlaces ? All(each) : Any(each);
    }

    private bool? Row(Condition condition, ImmutableArray<Value?> row) => condition switch
    {
        AllOf all => All(all.Parts.Select(part => Row(part, row))),
        AnyOf any => Any(any.Parts.Select(part => Row(part, row))),
        Negation negation => !Row(negation.Part, row),
        Defined defined => Row(defined.Body, row),
        Leaf leaf => Of(leaf, row[leaf.Fact.Slot]),
        _ => throw new InvalidOperationException("no such condition"),
    };

    private bool? IsMeant(Condition? where, ImmutableArray<Value?> row) => where is null ? true : Row(where, row);

    private bool? Rows(RowTest test, RecordsValue records)
    {
        var some = Any(records.Rows.Select(row => IsMeant(test.Where, row) & Row(test.Row, row)));
        return test.Quantifier == Quantifier.Some
            ? some
            : Any(records.Rows.Select(row => IsMeant(test.Where, row))) & All(records.Rows.Select(row => !IsMeant(test.Where, row) | Row(test.Row, row)));
    }

    private bool? Measure(MeasureTest test, RecordsValue records)
    {
        if (ValuesOf(test.Operand) is not { } operands)
        {
            return null;
        }

        var meant = records.Rows.Where(row => IsMeant(test.Where, row) == true).ToList();
        var perhaps = records.Rows.Where(row => IsMeant(test.Where, row) is null).ToList();
        return OracleMeasures.Of(test.Measure, test.Fact, meant, perhaps) is { } span
            ? Any(operands.Select(one => Compare(test.Operator, span, Exact((NumberValue)one))))
            : null;
    }
}
