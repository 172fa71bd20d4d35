using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Coverage;

/// <summary>Measures how much of rule sets the cases of a run reach.</summary>
public static class CoverageMeter
{
    /// <summary>Measures.</summary>
    /// <param name="run">The run.</param>
    /// <param name="library">The rules it was run with.</param>
    /// <param name="sets">The rule sets to measure, out of that library.</param>
    public static CoverageOfRules Measure(TestRun run, RuleLibrary library, IEnumerable<RuleSet> sets)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(sets);
        var reached = new Reached(run);
        var outcomes = new PossibleOutcomes(library);
        return new([.. sets.SelectMany(set => OfSet(set, reached, outcomes))]);
    }

    private static List<CoverageItem> OfSet(RuleSet set, Reached reached, PossibleOutcomes outcomes) =>
    [
        .. Days(set, null, set.InForce.Select(period => (period.Period, period.Location)), "the rule set", set.Rules, reached),
        .. set.Reaches.Select(reach => new CoverageItem(set.Id, null, CoverageKind.Reach, $"is bound though it lies elsewhere: {reach.Title}", reach.Location, reached.Has(reach.When, Truth.True))),
        .. set.Parameters.SelectMany(parameter => Days(
            set,
            null,
            parameter.Values.Select(value => (value.Period, parameter.Location)),
            $"${parameter.Name}",
            [.. set.Rules.Where(rule => rule.Conditions.SelectMany(condition => condition.Leaves()).Any(leaf => Parameter(leaf) == parameter.Name))],
            reached)),
        .. Definitions(set, reached),
        .. set.Rules.SelectMany(rule => OfRule(set, rule, reached, outcomes)),
    ];

    private static IEnumerable<CoverageItem> OfRule(RuleSet set, Rule rule, Reached reached, PossibleOutcomes outcomes)
    {
        var id = rule.QualifiedId;
        foreach (var outcome in outcomes.Of(rule))
        {
            yield return new(set.Id, rule.Id, CoverageKind.Outcome, $"expects it to {Verb(outcome)}", rule.Location, reached.Has(id, outcome));
        }

        foreach (var item in Days(set, rule, rule.InForce.Select(period => (period.Period, period.Location)), "it", [rule], reached))
        {
            yield return item;
        }

        foreach (var exception in rule.Exceptions)
        {
            yield return new(set.Id, rule.Id, CoverageKind.Exception, $"lets the exception {exception.Id} apply", exception.Location, reached.Has(id, exception.Id));
            foreach (var item in Days(set, rule, exception.InForce.Select(period => (period.Period, period.Location)), $"the exception {exception.Id}", [rule], reached))
            {
                yield return item;
            }
        }

        var words = new ConditionText(DateOnly.MaxValue);
        foreach (var leaf in rule.Conditions.SelectMany(Own).Where(IsBoundary))
        {
            foreach (var truth in new[] { Truth.True, Truth.False })
            {
                yield return new(set.Id, rule.Id, CoverageKind.Boundary, $"has a value for which {words.Leaf(leaf, negated: truth == Truth.False)}", leaf.Location, reached.Has(leaf, truth));
            }
        }
    }

    private static IEnumerable<CoverageItem> Definitions(RuleSet set, Reached reached) => set.Rules
        .SelectMany(rule => rule.Conditions)
        .SelectMany(DefinitionsIn)
        .DistinctBy(defined => defined.Name, StringComparer.Ordinal)
        .SelectMany(defined => new[] { Truth.True, Truth.False }.Select(truth => new CoverageItem(
            set.Id,
            null,
            CoverageKind.Definition,
            $"is one in which {defined.Name} {(truth == Truth.True ? "holds" : "doesn't hold")}",
            defined.Body.Location,
            reached.Has(defined.Body, truth))));

    // At each end of a period the last day on one side and the first on the other.
    private static IEnumerable<CoverageItem> Days(RuleSet set, Rule? rule, IEnumerable<(Period Period, Location Location)> periods, string what, ImmutableArray<Rule> rules, Reached reached)
    {
        foreach (var (period, location) in periods)
        {
            foreach (var (day, does) in new[] { (period.From, "begins"), (period.Until, "ends") })
            {
                if (day is { } first)
                {
                    yield return Item(first.AddDays(-1), $"the day before {what} {does}");
                    yield return Item(first, $"the first day on which {what} {(does == "begins" ? "applies" : "no longer applies")}");
                }
            }

            CoverageItem Item(DateOnly day, string name) =>
                new(set.Id, rule?.Id, CoverageKind.Day, $"is of {IsoDate.Format(day)}, {name}", location, rules.Any(one => reached.Has(one.QualifiedId, day)));
        }
    }

    private static IEnumerable<Defined> DefinitionsIn(Condition condition) =>
        (condition is Defined defined ? [defined] : Array.Empty<Defined>()).Concat(condition.Children().SelectMany(DefinitionsIn));

    // What stands in the rule itself; a limit in a definition is the definition's.
    private static IEnumerable<Leaf> Own(Condition condition) => condition switch
    {
        Leaf leaf => [leaf],
        Defined => [],
        _ => condition.Children().SelectMany(Own),
    };

    private static bool IsBoundary(Leaf leaf) => leaf is MeasureTest or AgeTest
        or Test { Operator: TestOperator.AtLeast or TestOperator.MoreThan or TestOperator.AtMost or TestOperator.LessThan or TestOperator.Before or TestOperator.OnOrAfter or TestOperator.WithinSpan };

    private static string? Parameter(Leaf leaf) => Evaluation.LeafEvaluator.OperandOf(leaf)?.Parameter;

    private static string Verb(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Pass => "pass",
        RuleOutcome.Fail => "fail",
        RuleOutcome.NotApplicable => "be not-applicable",
        _ => "be indeterminate",
    };
}
