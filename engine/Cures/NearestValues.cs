using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Cures;

/// <summary>
/// The values that a fact could be changed to, as far as tests can tell them from the present one and from each other: of
/// each kind the nearest to the present, so a limit itself where it will do. What happens now has happened on the day asked about.
/// </summary>
/// <param name="evaluator">What evaluates leaves on the day.</param>
/// <param name="day">The day asked about.</param>
internal sealed class NearestValues(LeafEvaluator evaluator, DateOnly day)
{
    /// <summary>The values, the nearest first; none where no value can be made up.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="present">Its present value, or null.</param>
    /// <param name="tests">The tests of it that have an operand on the day.</param>
    public ImmutableArray<Value> Of(FactDeclaration fact, Value? present, ImmutableArray<Test> tests)
    {
        if (tests.Any(test => test.Operator == TestOperator.Matches))
        {
            return [];
        }

        List<ImmutableArray<Value>?> operands = [.. tests.Select(test => evaluator.Resolve(test.Operand))];
        var constants = operands.SelectMany(operand => operand ?? []).ToList();
        var candidates = fact.Type switch
        {
            FactType.Flag => [new FlagValue(true), new FlagValue(false)],
            FactType.Choice => Choices(fact, present as TextValue),
            FactType.Number => Numbers([.. constants.OfType<NumberValue>().Select(value => value.Number)], (present as NumberValue)?.Number, fact),
            FactType.Duration => Lengths([.. constants.OfType<DurationValue>().Select(value => value.Duration)], (present as DurationValue)?.Duration, fact),
            FactType.Choices => new NearestTerms(fact, (present as TermsValue)?.Terms, [.. operands.Select(operand => operand ?? [])]).All(),
            FactType.Date => [new DateValue(day)],
            _ => Enumerable.Empty<Value>(),
        };
        var now = present is null ? null : Key(present);
        return [.. candidates
            .Select(value => (Value: value, Key: Key(value)))
            .Where(pair => pair.Key != now)
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .OrderBy(pair => pair.Key.Contains('?', StringComparison.Ordinal) ? 1 : 0)
            .Select(pair => pair.Value)];

        string Key(Value value) => new([.. tests.Select((test, i) => evaluator.Evaluate(test, new KnownFact(value, Basis.Attested, day), operands[i]) switch { Truth.True => '1', Truth.False => '0', _ => '?' })]);
    }

    // Nearest in the order in which they are declared, which goes from less to more where there is an order.
    private static IEnumerable<Value> Choices(FactDeclaration fact, TextValue? present)
    {
        var words = fact.Values.Select(value => value.Value).ToList();
        var at = present is null ? 0 : words.IndexOf(present.Text);
        return words.Select((word, i) => (word, i)).OrderBy(pair => Math.Abs(pair.i - at)).Select(pair => new TextValue(pair.word));
    }

    private static IEnumerable<Value> Numbers(List<decimal> limits, decimal? present, FactDeclaration fact) => Decisions.Numbers.Around(limits, fact)
        .DefaultIfEmpty(0)
        .OrderBy(number => limits.Contains(number) ? 0 : 1)
        .ThenBy(number => Math.Abs(number - (present ?? limits.DefaultIfEmpty(0).Max())))
        .Select(number => new NumberValue(number));

    private static IEnumerable<Value> Lengths(List<Duration> limits, Duration? present, FactDeclaration fact) => Decisions.Durations.Around(limits, null, fact)
        .DefaultIfEmpty(new(1, fact.Unit == "working-days" ? DurationUnit.WorkingDays : DurationUnit.Days))
        .Select((length, i) => (Length: length, Order: i))
        .OrderBy(pair => limits.Contains(pair.Length) ? 0 : 1)
        .ThenBy(pair => present is { } now ? Math.Abs(Size(pair.Length) - Size(now)) : pair.Order)
        .ThenBy(pair => pair.Order)
        .Select(pair => new DurationValue(pair.Length));

    private static decimal Size(Duration length) => length.IsWorkingDays ? length.Amount : length.Seconds().Low;
}
