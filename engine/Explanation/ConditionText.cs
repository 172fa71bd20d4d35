using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Explanation;

/// <summary>Says a condition in plain words.</summary>
/// <param name="asOf">The day whose parameter values are shown.</param>
public sealed class ConditionText(DateOnly asOf)
{
    /// <summary>A whole condition as one phrase.</summary>
    /// <param name="condition">The condition.</param>
    public string Phrase(Condition condition) => condition switch
    {
        AllOf all => Join(all.Parts, "and"),
        AnyOf any => Join(any.Parts, "or"),
        Negation { Part: Leaf leaf } => Leaf(leaf, negated: true),
        Negation negation => $"it is not so that {Grouped(negation.Part)}",
        Defined defined => defined.Name,
        Leaf leaf => Leaf(leaf, negated: false),
        _ => throw new InvalidOperationException($"no words for {condition.GetType().Name}"),
    };

    /// <summary>One test as a phrase.</summary>
    /// <param name="leaf">The test.</param>
    /// <param name="negated">Whether its opposite is meant.</param>
    public string Leaf(Leaf leaf, bool negated) => leaf switch
    {
        Test test => Test(test.Fact.Path, test.Operator, Operand(test.Operand, test.Fact, test.Operator), negated),
        RowTest rows => $"{(negated ? "not " : "")}{(rows.Quantifier == Quantifier.Each ? "every" : "some")} row of {rows.Fact.Path}{Where(rows.Where)} has {Phrase(rows.Row)}",
        MeasureTest measure => Test($"the {Name(measure.Measure)} in {measure.Fact.Path}{Where(measure.Where)}", measure.Operator, MeasureOperand(measure), negated),
        _ => throw new InvalidOperationException($"no words for {leaf?.GetType().Name}"),
    };

    /// <summary>What a measure is called.</summary>
    /// <param name="measure">The measure.</param>
    public static string Name(Measure measure) => measure switch
    {
        Measure.Count => "number of rows",
        Measure.HighestRate => "highest error rate",
        Measure.HighestUpperBound => "highest 95 % upper confidence bound of the error rate",
        Measure.Ratio => "ratio of the highest to the lowest error rate",
        Measure.FewestTrials => "smallest number of trials",
        Measure.FewestErrors => "smallest number of errors",
        _ => "Gini coefficient of the error rates",
    };

    /// <summary>A number as a measure counts it.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="number">The number.</param>
    public static string Number(Measure measure, decimal number) =>
        measure is Measure.HighestRate or Measure.HighestUpperBound ? ValueText.Percent(Rounded(number)) : ValueText.Plain(Rounded(number));

    private static decimal Rounded(decimal number) => number == decimal.Truncate(number) ? number : decimal.Round(number, 6);

    private string Join(ImmutableArray<Condition> parts, string word) => parts.Length switch
    {
        0 => word == "and" ? "nothing is asked" : "nothing would do",
        1 => Phrase(parts[0]),
        _ => $"{string.Join(", ", parts[..^1].Select(Grouped))} {word} {Grouped(parts[^1])}",
    };

    private string Grouped(Condition condition) => condition is AllOf or AnyOf ? $"({Phrase(condition)})" : Phrase(condition);

    private string Where(Condition? where) => where is null ? "" : $" with {Phrase(where)}";

    private static string Test(string subject, TestOperator test, string operand, bool negated)
    {
        var not = negated ? "not " : "";
        return test switch
        {
            TestOperator.Is => $"{subject} is {not}{operand}",
            TestOperator.OneOf => $"{subject} is {not}one of {operand}",
            TestOperator.IncludesAny => $"{subject} {(negated ? "does not include" : "includes")} {operand}",
            TestOperator.IncludesAll => $"{subject} {(negated ? "does not include" : "includes")} all of {operand}",
            TestOperator.Only => $"{subject} is {(negated ? "not only" : "nothing but")} {operand}",
            TestOperator.AtLeast => $"{subject} is {not}at least {operand}",
            TestOperator.MoreThan => $"{subject} is {not}more than {operand}",
            TestOperator.AtMost => $"{subject} is {not}at most {operand}",
            TestOperator.LessThan => $"{subject} is {not}less than {operand}",
            TestOperator.Before => $"{subject} is {not}before {operand}",
            TestOperator.OnOrAfter => $"{subject} is {not}on or after {operand}",
            TestOperator.WithinSpan => $"{subject} is {not}within the {operand} before the day asked about",
            TestOperator.WithinPlace => $"{subject} {(negated ? "is not" : "is")} in {operand}",
            TestOperator.OnlyWithinPlaces => $"{subject} {(negated ? "is not only" : "is only")} in {operand}",
            TestOperator.Matches => $"{subject} {(negated ? "does not match" : "matches")} {operand}",
            _ => $"{subject} is {not}stated",
        };
    }

    private string Operand(Operand operand, FactDeclaration fact, TestOperator test) =>
        Named(operand, value => value switch
        {
            PatternValue pattern => $"/{pattern.Pattern}/",
            DurationValue duration => duration.Duration.ToString(),
            DateValue date => IsoDate.Format(date.Date),
            _ => ValueText.Write(value, fact),
        }, test);

    private string MeasureOperand(MeasureTest measure) =>
        Named(measure.Operand, value => Number(measure.Measure, ((NumberValue)value).Number), measure.Operator);

    private string Named(Operand operand, Func<Value, string> write, TestOperator test)
    {
        if (operand.On(asOf) is not { } values)
        {
            return $"{operand.Parameter}, which has no value on {IsoDate.Format(asOf)}";
        }

        var word = test == TestOperator.IncludesAll ? "and" : "or";
        var texts = values.Select(write).ToList();
        var listed = texts.Count < 2 ? string.Concat(texts) : $"{string.Join(", ", texts.Take(texts.Count - 1))} {word} {texts[^1]}";
        return operand.Parameter is { } name ? $"{listed} ({name})" : listed;
    }
}
