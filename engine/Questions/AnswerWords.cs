using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>Says in words which answers a variable's values stand for.</summary>
/// <param name="vocabulary">The vocabulary.</param>
/// <param name="asOf">The day asked about.</param>
internal sealed class AnswerWords(Vocabulary vocabulary, DateOnly asOf)
{
    private readonly LeafEvaluator _evaluator = new(vocabulary, asOf);
    private readonly ConditionText _conditions = new(asOf);

    /// <summary>Answers in words, each with the number of the value that it stands for.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="fact">The fact that is asked for.</param>
    public IEnumerable<(string Words, int Value)> Of(JointVariable variable, FactDeclaration fact)
    {
        if (!variable.Group.IsEmpty)
        {
            return variable.Group.Select(value => (value, 1)).Concat(variable.Width > 2 ? [($"all of {string.Join(", ", variable.Group)}", 2)] : []);
        }

        if (variable.Completions.IsEmpty)
        {
            return [(_conditions.Leaf(variable.Tests[0], negated: false), 1), (_conditions.Leaf(variable.Tests[0], negated: true), 0)];
        }

        if (variable.Tests.Any(test => Completions.AspectOf(test) != FactAspect.Value))
        {
            return variable.Completions.Select((completion, number) => (string.Join(" and ", variable.Tests.Select((test, i) => _conditions.Leaf(test, negated: !completion.Truths[i]))), number));
        }

        return fact.Type switch
        {
            FactType.Flag => Values(variable, [("yes", new FlagValue(true)), ("no", new FlagValue(false))]),
            FactType.Choice => Values(variable, fact.Values.Select(value => (value.Value, (Value)new TextValue(value.Value)))),
            FactType.Choices => Sets(variable, fact),
            FactType.Text => Texts(variable),
            FactType.Place or FactType.Places => Places(variable, fact),
            _ => AnswerRanges.Of(fact, Operands(variable), asOf, Spans(variable)).Select(range => (range.Words, Value: IndexOf(variable, range.Example))).Where(range => range.Value >= 0)
                .GroupBy(range => range.Value).Select(group => (string.Join(" or ", AnswerRanges.Joined([.. group.Select(range => range.Words)])), group.Key)),
        };
    }

    private IEnumerable<(string Words, int Value)> Values(JointVariable variable, IEnumerable<(string Words, Value Value)> values) =>
        values.Select(value => (value.Words, Value: IndexOf(variable, value.Value))).Where(value => value.Value >= 0);

    private IEnumerable<(string Words, int Value)> Sets(JointVariable variable, FactDeclaration fact)
    {
        var alone = Values(variable, fact.Values.Select(value => (value.Value, (Value)new TermsValue([value.Value])))).ToList();
        return alone.Concat(variable.Completions
            .Select((completion, number) => (Words: completion.Value is TermsValue terms ? terms.Terms.IsEmpty ? "none" : string.Join(" with ", terms.Terms) : "", Value: number))
            .Where(one => one.Words.Length > 0 && !alone.Exists(other => other.Value == one.Value)));
    }

    private IEnumerable<(string Words, int Value)> Texts(JointVariable variable)
    {
        var named = Values(variable, Operands(variable).OfType<TextValue>().Select(value => (value.Text, (Value)value))).ToList();
        return named.Concat(Enumerable.Range(0, variable.Completions.Length).Where(number => !named.Exists(other => other.Value == number)).Select(number => ("anything else", number)));
    }

    private IEnumerable<(string Words, int Value)> Places(JointVariable variable, FactDeclaration fact)
    {
        var named = Values(variable, Operands(variable).OfType<PlaceValue>().Distinct().Select(value => (vocabulary.NameOf(value.Place), fact.Type == FactType.Place ? value : (Value)new PlacesValue([value.Place])))).ToList();
        var elsewhere = variable.Completions.Select((completion, number) => (completion, number)).Where(pair => pair.completion.Truths.All(truth => !truth) && !named.Exists(other => other.Value == pair.number));
        return named.Concat(elsewhere.Select(pair => ("elsewhere", pair.number)));
    }

    private List<Value> Operands(JointVariable variable) =>
        [.. variable.Tests.SelectMany(test => LeafEvaluator.OperandOf(test) is { } operand ? _evaluator.Resolve(operand) ?? [] : []).Distinct()];

    private IEnumerable<Duration> Spans(JointVariable variable) =>
        variable.Tests.OfType<Test>().Where(test => test.Operator == TestOperator.WithinSpan).SelectMany(test => _evaluator.Resolve(test.Operand) ?? []).OfType<DurationValue>().Select(value => value.Duration);

    private int IndexOf(JointVariable variable, Value value)
    {
        var truths = variable.Tests.Select(test => _evaluator.Evaluate(test, new KnownFact(value), LeafEvaluator.OperandOf(test) is { } operand ? _evaluator.Resolve(operand) : null)).ToList();
        return truths.Contains(Truth.Unknown) ? -1 : variable.Completions.ToList().FindIndex(completion => completion.Truths.SequenceEqual(truths.Select(truth => truth == Truth.True)));
    }
}
