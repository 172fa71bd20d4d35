using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Explanation;

/// <summary>Computes how far the numbers, lengths of time and days that decided a finding lie from the limits of its rule.</summary>
/// <param name="vocabulary">The vocabulary.</param>
/// <param name="asOf">The day asked about.</param>
public sealed class FindingMargins(Vocabulary vocabulary, DateOnly asOf)
{
    private const decimal SecondsPerDay = 86_400;
    private const decimal DaysPerYear = 365;

    private readonly LeafEvaluator _evaluator = new(vocabulary, asOf);

    /// <summary>The margins of a finding, the nearest to its limit first; none where the rule doesn't speak or is open.</summary>
    /// <param name="finding">The finding.</param>
    public ImmutableArray<Margin> Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var decided = finding.Outcome is RuleOutcome.Fail or RuleOutcome.Waived or RuleOutcome.Pass
            ? new[] { finding.Trigger, finding.Requirement }.OfType<Trace>().Concat(finding.Exceptions.Where(exception => exception.IsInForce).Select(exception => exception.Trace))
            : [];
        return
        [
            .. decided
                .SelectMany(trace => trace.Decisive())
                .Where(trace => trace.Truth != Truth.Unknown)
                .Select(trace => Of((Leaf)trace.Condition, trace.Truth == Truth.True, finding))
                .OfType<Margin>()
                .DistinctBy(margin => (margin.Test.Fact.Path, (margin.Test as MeasureTest)?.Measure, margin.Operator, margin.Limit, margin.Value))
                .OrderBy(margin => margin.Closeness),
        ];
    }

    private Margin? Of(Leaf leaf, bool holds, Finding finding)
    {
        var stated = finding.Facts.FirstOrDefault(fact => fact.Fact.Path == leaf.Fact.Path);
        return LeafEvaluator.OperandOf(leaf) is { } operand && _evaluator.Resolve(operand) is [var limit] && Word(leaf) is { } word
            ? (leaf, stated?.Value, limit) switch
            {
                (Test test, NumberValue number, NumberValue most) => Numbers(leaf, test.Fact, NumberRange.Exactly(number.Number), most.Number, ValueText.Number(number.Number, test.Fact), ValueText.Number(most.Number, test.Fact), word, holds),
                (MeasureTest measure, RecordsValue rows, NumberValue most) when _evaluator.Measured(measure, rows) is { } range =>
                    Numbers(leaf, MeasuredNumbers.Declaration(measure.Measure), range, most.Number, Range(measure.Measure, range), ConditionText.Number(measure.Measure, most.Number), word, holds),
                (Test, DurationValue length, DurationValue most) => Lengths(leaf, length.Duration, most.Duration, word, holds),
                (Test, DateValue date, DateValue edge) => Days(leaf, date.Date, edge.Date, IsoDate.Format(edge.Date), word, holds),
                (Test, DateValue date, DurationValue span) => Days(leaf, date.Date, span.Duration.Before(asOf), Before(span.Duration), word, holds),
                (AgeTest, _, DurationValue span) when stated?.On is { } on => Days(leaf, on, span.Duration.Before(asOf), Before(span.Duration), word, holds),
                _ => null,
            }
            : null;
    }

    private string Before(Duration span) => $"{IsoDate.Format(span.Before(asOf))} ({span} before {IsoDate.Format(asOf)})";

    private static string? Word(Leaf leaf) => leaf switch
    {
        AgeTest => "notOlderThan",
        Test test => Word(test.Operator),
        MeasureTest measure => Word(measure.Operator),
        _ => null,
    };

    private static string? Word(TestOperator test) => test switch
    {
        TestOperator.AtLeast => "atLeast",
        TestOperator.MoreThan => "moreThan",
        TestOperator.AtMost => "atMost",
        TestOperator.LessThan => "lessThan",
        TestOperator.Before => "before",
        TestOperator.OnOrAfter => "onOrAfter",
        TestOperator.WithinSpan => "within",
        _ => null,
    };

    private static Margin Numbers(Leaf leaf, FactDeclaration unit, NumberRange value, decimal limit, string written, string limitText, string word, bool holds)
    {
        var scale = unit.IsRatio ? 100 : 1;
        return new(
            leaf,
            written,
            limitText,
            word,
            new((value.Low - limit) * scale, (value.High - limit) * scale),
            unit.IsRatio ? "percentage points" : unit.IsCount ? "" : unit.Unit,
            holds,
            Share(value.Low - limit, limit));
    }

    private static string Range(Measure measure, NumberRange range) => range.High == range.Low
        ? ConditionText.Number(measure, range.Low)
        : $"at least {ConditionText.Number(measure, range.Low)}{(range.High is { } high ? $" and at most {ConditionText.Number(measure, high)}" : "")}";

    // Within one unit the difference is exact; across months and days the calendar leaves bounds.
    private static Margin Lengths(Leaf leaf, Duration value, Duration limit, string word, bool holds)
    {
        var (left, right) = Duration.Comparable(value, limit);
        var (size, unit) = value.IsWorkingDays ? (1, "working days")
            : value.IsCalendar && limit.IsCalendar ? (value.Months % 12 == 0 && limit.Months % 12 == 0 ? 12m : 1m, value.Months % 12 == 0 && limit.Months % 12 == 0 ? "years" : "months")
            : value.Unit == limit.Unit && Seconds(value.Unit) is { } seconds ? (seconds, value.Unit.ToString().ToLowerInvariant())
            : IsInDays(left) && IsInDays(right) ? (SecondsPerDay, "days")
            : (1m, "seconds");
        return new(
            leaf,
            value.ToString(),
            limit.ToString(),
            word,
            new((left.Low - (right.High ?? right.Low)) / size, ((left.High ?? left.Low) - right.Low) / size),
            unit,
            holds,
            Share(left.Low - right.Low, right.Low));
    }

    private static decimal? Seconds(DurationUnit unit) => unit is DurationUnit.Months or DurationUnit.Years or DurationUnit.WorkingDays ? null : new Duration(1, unit).Seconds().Low;

    private static bool IsInDays(NumberRange range) => range.Low % SecondsPerDay == 0 && (range.High ?? 0) % SecondsPerDay == 0;

    private static Margin Days(Leaf leaf, DateOnly value, DateOnly limit, string limitText, string word, bool holds)
    {
        var days = value.DayNumber - limit.DayNumber;
        return new(leaf, IsoDate.Format(value), limitText, word, NumberRange.Exactly(days), "days", holds, Math.Abs(days) / DaysPerYear);
    }

    private static decimal Share(decimal difference, decimal limit) => limit == 0 ? Math.Abs(difference) : Math.Abs(difference / limit);
}
