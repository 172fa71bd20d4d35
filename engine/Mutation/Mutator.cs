using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Mutation;

/// <summary>Makes the mutants of a rule set.</summary>
public static class Mutator
{
    /// <summary>All mutants, in the order of the text: of the rule set, its parameters, its definitions and its rules.</summary>
    /// <param name="set">The rule set.</param>
    public static ImmutableArray<Mutant> Of(RuleSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. OfSet(set).Concat(OfParameters(set)).Concat(OfConditions(set)).Concat(OfRules(set))
                .Select(draft => new Mutant(Id(draft, ids), set, draft.Changed, draft.Rule, draft.Change, draft.Location)),
        ];
    }

    private static IEnumerable<Draft> OfSet(RuleSet set)
    {
        var first = set.Rules[0];
        foreach (var (change, after, location) in PeriodChanges.Of(set.InForce, "in force"))
        {
            yield return new(set with { InForce = after }, first, change, Key(after), location);
        }

        foreach (var reach in set.Reaches)
        {
            yield return new(set with { Reaches = set.Reaches.Remove(reach) }, first, new("reach-dropped", $"also binds {reach.Title}", null), LeafKey.Of(reach.When), reach.Location);
        }

        for (var i = 0; i < set.Jurisdictions.Length; i++)
        {
            var place = set.Jurisdictions[i];
            if (OperandChanges.Wider(place) is { } wider)
            {
                yield return new(set with { Jurisdictions = set.Jurisdictions.SetItem(i, wider) }, first, new("place-widened", $"binds in {place.Code}", $"binds in {wider.Code}"), place.Code, set.Location);
            }

            if (set.Jurisdictions.Length > 1)
            {
                yield return new(set with { Jurisdictions = set.Jurisdictions.RemoveAt(i) }, first, new("list-shortened", $"binds in {place.Code}", null), place.Code, set.Location);
            }
        }
    }

    // A parameter's value stands in every test that names it.
    private static IEnumerable<Draft> OfParameters(RuleSet set)
    {
        foreach (var parameter in set.Parameters)
        {
            var leaves = Parts(set).OfType<Leaf>().Where(leaf => LeafEvaluator.OperandOf(leaf)?.Parameter == parameter.Name).ToList();
            if (leaves.Count == 0)
            {
                continue;
            }

            var (fact, test, operand) = Compared(leaves[0]);
            for (var i = 0; i < operand.Alternatives.Length; i++)
            {
                var (period, values) = operand.Alternatives[i];
                foreach (var (kind, after) in OperandChanges.Of(test, values, fact))
                {
                    yield return Changed(i, new(period, after), new(kind, $"${parameter.Name} is {Written(values, fact)} {FindingText.Period(period)}", $"{Written(after, fact)}"));
                }

                foreach (var after in PeriodChanges.Of(period).Where(after => !operand.Alternatives.Where((_, other) => other != i).Any(other => other.Period.Overlaps(after))))
                {
                    yield return Changed(i, new(after, values), new("day", $"${parameter.Name} is {Written(values, fact)} {FindingText.Period(period)}", FindingText.Period(after)));
                }
            }

            Draft Changed(int index, DatedValues dated, Change change)
            {
                var changed = Rewrite(set, part => part switch
                {
                    Test leaf when leaf.Operand.Parameter == parameter.Name => leaf with { Operand = leaf.Operand with { Alternatives = leaf.Operand.Alternatives.SetItem(index, dated) } },
                    MeasureTest leaf when leaf.Operand.Parameter == parameter.Name => leaf with { Operand = leaf.Operand with { Alternatives = leaf.Operand.Alternatives.SetItem(index, dated) } },
                    AgeTest leaf when leaf.Span.Parameter == parameter.Name => leaf with { Span = leaf.Span with { Alternatives = leaf.Span.Alternatives.SetItem(index, dated) } },
                    _ => null,
                });
                return new(changed, FirstChanged(set, changed), change, $"{parameter.Name} {index} {dated.Period} {Written(dated.Values, fact)}", parameter.Location);
            }
        }
    }

    private static IEnumerable<Draft> OfConditions(RuleSet set)
    {
        var changes = new ConditionChanges();
        foreach (var part in Parts(set))
        {
            foreach (var (change, after) in changes.Of(part))
            {
                var changed = Rewrite(set, other => ReferenceEquals(other, part) ? after : null);
                yield return new(changed, FirstChanged(set, changed), change, $"{LeafKey.Of(part)}\n{LeafKey.Of(after)}", part.Location);
            }
        }
    }

    private static IEnumerable<Draft> OfRules(RuleSet set)
    {
        for (var i = 0; i < set.Rules.Length; i++)
        {
            var rule = set.Rules[i];
            if (rule.When is { } when)
            {
                yield return Changed(rule with { When = null }, new("when-dropped", new ConditionText(DateOnly.MaxValue).Phrase(when), null), "", when.Location);
            }

            foreach (var (change, after, location) in PeriodChanges.Of(rule.InForce, $"{rule.Id} in force"))
            {
                yield return Changed(rule with { InForce = after }, change, Key(after), location);
            }

            for (var j = 0; j < rule.Exceptions.Length; j++)
            {
                var exception = rule.Exceptions[j];
                yield return Changed(rule with { Exceptions = rule.Exceptions.RemoveAt(j) }, new("exception-dropped", $"the exception {exception.Id}", null), exception.Id, exception.Location);
                foreach (var (change, after, location) in PeriodChanges.Of(exception.InForce, $"{exception.Id} in force"))
                {
                    yield return Changed(rule with { Exceptions = rule.Exceptions.SetItem(j, exception with { InForce = after }) }, change, $"{exception.Id} {Key(after)}", location);
                }
            }

            for (var j = 0; rule.Overrides.Length > 1 && j < rule.Overrides.Length; j++)
            {
                yield return Changed(rule with { Overrides = rule.Overrides.RemoveAt(j) }, new("override-dropped", $"overrides {rule.Overrides[j].RuleId}", null), $"{rule.Overrides[j].RuleSetId}/{rule.Overrides[j].RuleId}", rule.Overrides[j].Location);
            }

            Draft Changed(Rule after, Change change, string key, Location location) => new(set with { Rules = set.Rules.Replace(rule, after) }, rule, change, key, location);
        }
    }

    // Each part once, those of a definition where they are written.
    private static List<Condition> Parts(RuleSet set)
    {
        var seen = new HashSet<Condition>(ReferenceEqualityComparer.Instance);
        return set.Rules.SelectMany(rule => rule.Conditions).SelectMany(Inside).ToList();

        IEnumerable<Condition> Inside(Condition condition) => seen.Add(condition)
            ? condition.Children().Concat(condition switch
            {
                RowTest rows => new[] { rows.Where, rows.Row }.OfType<Condition>(),
                MeasureTest { Where: { } where } => [where],
                _ => [],
            }).SelectMany(Inside).Prepend(condition)
            : [];
    }

    private static RuleSet Rewrite(RuleSet set, Func<Condition, Condition?> replace) =>
        set with { Rules = [.. set.Rules.Select(rule => RuleRewriter.Rewrite(rule, replace))] };

    private static Rule FirstChanged(RuleSet set, RuleSet changed) => set.Rules.Zip(changed.Rules).First(pair => !ReferenceEquals(pair.First, pair.Second)).First;

    private static (FactDeclaration Fact, TestOperator Test, Operand Operand) Compared(Leaf leaf) => leaf switch
    {
        Test test => (test.Fact, test.Operator, test.Operand),
        MeasureTest measure => (MeasuredNumbers.Declaration(measure.Measure), measure.Operator, measure.Operand),
        AgeTest age => (age.Fact, TestOperator.WithinSpan, age.Span),
        _ => throw new InvalidOperationException("only tests, measures and ages compare with a parameter"),
    };

    private static string Key(ImmutableArray<InForcePeriod> periods) => string.Join(';', periods.Select(period => period.Period));

    private static string Written(ImmutableArray<Value> values, FactDeclaration fact) => string.Join(", ", values.Select(value => ValueText.Write(value, fact)));

    private static string Id(Draft draft, Dictionary<string, int> ids)
    {
        var what = $"{draft.Rule.QualifiedId}\n{draft.Change.Kind}\n{draft.Key}";
        var times = ids[what] = ids.GetValueOrDefault(what) + 1;

        // A letter first: digits with an `e` among them are a number to YAML.
        return $"m{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\n{times}")))[..7]}";
    }

    // Its key tells what is changed by meaning, so that a mutant keeps its name however the change is worded.
    private sealed record Draft(RuleSet Changed, Rule Rule, Change Change, string Key, Location Location);
}
