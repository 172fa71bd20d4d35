using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Timelines;

/// <summary>The days on which anything that a rule set, or the condition of a waiver, says of a deployment can change.</summary>
/// <param name="vocabulary">The vocabulary with the groups of places.</param>
/// <param name="preempting">What can set a rule set aside.</param>
/// <param name="programs">The program of a rule.</param>
internal sealed class TurningDays(Vocabulary vocabulary, Func<RuleSet, IEnumerable<RuleSet>> preempting, Func<Rule, RuleProgram> programs)
{
    private readonly Dictionary<object, Dated> _dated = new(ReferenceEqualityComparer.Instance);

    /// <summary>The days of a stretch on which what a rule set says can change; where it isn't in force nothing can.</summary>
    /// <param name="set">The rule set.</param>
    /// <param name="facts">What is known of each use.</param>
    /// <param name="from">The first day that can be given.</param>
    /// <param name="until">The day after the last.</param>
    public IEnumerable<DateOnly> Of(RuleSet set, ImmutableArray<UseFacts> facts, DateOnly from, DateOnly until)
    {
        var stretch = new Period(from, until);
        if (!set.InForce.Any(period => period.Period.Overlaps(stretch) || period.Period.Until == from))
        {
            return [];
        }

        var dated = DatedOf(set);
        return dated.Days.Where(day => stretch.Contains(day) && (set.IsInForce(day) || set.IsInForce(day.AddDays(-1))))
            .Concat(set.InForce.SelectMany(period => Turns(dated, facts, Later(period.Period.From, from), Earlier(period.Period.Until, until))));
    }

    /// <summary>The days of a stretch on which a condition can come to another truth.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="facts">What is known of each use.</param>
    /// <param name="from">The first day that can be given.</param>
    /// <param name="until">The day after the last.</param>
    public IEnumerable<DateOnly> Of(Condition condition, ImmutableArray<UseFacts> facts, DateOnly from, DateOnly until)
    {
        var dated = DatedOf(condition);
        return dated.Days.Where(day => day >= from && day < until).Concat(Turns(dated, facts, from, until));
    }

    /// <summary>The first day of all on which what a rule set says can change, and one after which nothing does; nothing where nothing ever changes.</summary>
    /// <param name="set">The rule set.</param>
    /// <param name="facts">What is known of each use.</param>
    public IEnumerable<DateOnly> Ends(RuleSet set, ImmutableArray<UseFacts> facts) => Ends(DatedOf(set), facts);

    /// <summary>The same of a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="facts">What is known of each use.</param>
    public IEnumerable<DateOnly> Ends(Condition condition, ImmutableArray<UseFacts> facts) => Ends(DatedOf(condition), facts);

    private static IEnumerable<DateOnly> Turns(Dated dated, ImmutableArray<UseFacts> facts, DateOnly from, DateOnly until) => from < until
        ? dated.Spans.SelectMany(tests => new CutPoints(tests.Spans, tests.Constants.Concat(facts.SelectMany(tests.Stated).Select(stated => stated.Date))).Turns(from, until))
        : [];

    private static IEnumerable<DateOnly> Ends(Dated dated, ImmutableArray<UseFacts> facts)
    {
        // The calendar repeats itself after four hundred years, and with it the order of two spans.
        const int cycle = 400 * 366;
        foreach (var day in dated.Days)
        {
            yield return day;
        }

        foreach (var tests in dated.Spans)
        {
            var longest = tests.Spans.Max(span => (int)Math.Min((span.Seconds().High ?? span.Seconds().Low) / 86_400, DateOnly.MaxValue.DayNumber)) + 32;
            var isOpen = tests is { List: null, Spans.Length: > 1 } && facts.Any(use => !tests.Stated(use).Any());
            foreach (var day in tests.Constants.Concat(facts.SelectMany(tests.Stated).Select(stated => stated.Date)))
            {
                yield return day;
                yield return Later(day, longest + (isOpen ? cycle : 0));
            }
        }
    }

    private Dated DatedOf(RuleSet set)
    {
        if (!_dated.TryGetValue(set, out var dated))
        {
            var rules = set.Rules.Select(programs).ToList();
            var periods = set.InForce.Select(period => period.Period)
                .Concat(set.Unresolved.Select(period => period.Period))
                .Concat(preempting(set).SelectMany(other => other.InForce.Select(period => period.Period).Concat(other.Unresolved.Select(period => period.Period))))
                .Concat(rules.SelectMany(Periods));
            _dated[set] = dated = Dated.Of(
                periods.Concat(set.Reaches.SelectMany(reach => Periods(reach.When))).Concat(set.Jurisdictions.SelectMany(Members)),
                [.. rules.SelectMany(program => SpanTests.In(program.Conditions)), .. SpanTests.In(set.Reaches.Select(reach => reach.When))]);
        }

        return dated;
    }

    private Dated DatedOf(Condition condition)
    {
        if (!_dated.TryGetValue(condition, out var dated))
        {
            _dated[condition] = dated = Dated.Of(Periods(condition), [.. SpanTests.In([condition])]);
        }

        return dated;
    }

    private IEnumerable<Period> Periods(RuleProgram program) => program.Rule.InForce.Select(period => period.Period)
        .Concat(program.Rule.Unresolved.Select(period => period.Period))
        .Concat(program.Reliefs.SelectMany(relief => relief.InForce.SelectMany(periods => periods).Select(period => period.Period).Concat(relief.Unresolved.Select(period => period.Period))))
        .Concat(program.Conditions.SelectMany(Periods));

    private IEnumerable<Period> Periods(Condition condition) => NestedLeaves.Of(condition)
        .Select(test => LeafEvaluator.OperandOf(test.Leaf))
        .OfType<Operand>()
        .SelectMany(operand => operand.Alternatives)
        .SelectMany(alternative => alternative.Values.OfType<PlaceValue>().SelectMany(value => Members(value.Place)).Append(alternative.Period));

    private IEnumerable<Period> Members(Place place) => vocabulary.FindGroup(place.Code)?.Members.Select(member => member.Period) ?? [];

    private static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;

    private static DateOnly Later(DateOnly day, int days) => DateOnly.FromDayNumber((int)Math.Min((long)day.DayNumber + days, DateOnly.MaxValue.DayNumber));

    private sealed record Dated(ImmutableArray<DateOnly> Days, ImmutableArray<SpanTests> Spans)
    {
        public static Dated Of(IEnumerable<Period> periods, ImmutableArray<SpanTests> spans) =>
            new([.. periods.SelectMany(period => new[] { period.From, period.Until }).OfType<DateOnly>().Distinct().Order()], spans);
    }
}
