using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Explanation;

/// <summary>Says a condition in plain words.</summary>
public sealed class ConditionText
{
    private const string Whether = "Whether ";

    private readonly DateOnly? _asOf;
    private readonly Wording _wording;

    /// <summary>Shows parameters by their values of one day.</summary>
    /// <param name="asOf">The day.</param>
    public ConditionText(DateOnly asOf)
        : this(asOf, Wording.Plain)
    {
    }

    /// <summary>Shows parameters by their values of a day, or by all of them with their days where none is given.</summary>
    internal ConditionText(DateOnly? asOf, Wording wording) => (_asOf, _wording) = (asOf, wording);

    /// <summary>A whole condition as one phrase.</summary>
    /// <param name="condition">The condition.</param>
    public string Phrase(Condition condition) => condition switch
    {
        AllOf all => Join(all.Parts, "and"),
        AnyOf any => Join(any.Parts, "or"),
        Negation { Part: Leaf leaf } => Leaf(leaf, negated: true),
        Negation { Part: Defined defined } => _wording.Definition(defined, negated: true),
        Negation negation => $"it is not so that {Grouped(negation.Part)}",
        Defined defined => _wording.Definition(defined, negated: false),
        Leaf leaf => Leaf(leaf, negated: false),
        _ => throw new InvalidOperationException($"no words for {condition.GetType().Name}"),
    };

    /// <summary>One test as a phrase.</summary>
    /// <param name="leaf">The test.</param>
    /// <param name="negated">Whether its opposite is meant.</param>
    public string Leaf(Leaf leaf, bool negated) => leaf switch
    {
        Test { Operator: TestOperator.Is } test when Flag(test) is { } flag => Sentence(test.Fact, flag != negated),
        Test test => Test(_wording.Fact(test.Fact), test.Operator, Operand(test.Operand, test.Fact, test.Operator), negated),
        BasisTest basis => Basis(_wording.Fact(basis.Fact), basis.Basis, negated),
        AgeTest age => $"{_wording.Fact(age.Fact)} is stated as of a day {(negated ? "not " : "")}within the {Operand(age.Span, age.Fact, TestOperator.WithinSpan)} before the day asked about",
        RowTest rows => $"{Rows(rows.Quantifier, negated)} of {_wording.Fact(rows.Fact)}{Where(rows.Where)}, {Grouped(rows.Row)}",
        MeasureTest measure => Test($"the {Name(measure.Measure)} in {_wording.Fact(measure.Fact)}{Where(measure.Where)}", measure.Operator, MeasureOperand(measure), negated),
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

    private static string Rows(Quantifier quantifier, bool negated) => (quantifier, negated) switch
    {
        (Quantifier.Each, false) => "in every row",
        (Quantifier.Each, true) => "not in every row",
        (_, false) => "in at least one row",
        _ => "in no row",
    };

    private string Grouped(Condition condition) => condition is AllOf or AnyOf ? $"({Phrase(condition)})" : Phrase(condition);

    private string Where(Condition? where) => where is null ? "" : $" (only rows where {Phrase(where)})";

    private static string Basis(string subject, Basis basis, bool negated) => basis switch
    {
        Values.Basis.Claimed => $"{subject} is {(negated ? "not even" : "at least")} claimed",
        Values.Basis.Attested => $"{subject} is {(negated ? "not " : "")}attested by an independent party",
        _ => $"{subject} is {(negated ? "not " : "")}{Words.Of(basis)} or better",
    };

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

    // The value that a flag is asked to have, where the wording says flags by their meanings.
    private bool? Flag(Test test) =>
        _wording.SaysFlags && test.Fact.Meaning.StartsWith(Whether, StringComparison.Ordinal)
            && test.Operand is { Parameter: null, Alternatives: [{ Values: [FlagValue flag] }] } ? flag.Flag : null;

    private string Sentence(FactDeclaration fact, bool holds) =>
        $"{(holds ? "" : "it is not so that ")}{_wording.Text(fact.Meaning[Whether.Length..].Split([";", ". "], StringSplitOptions.None)[0].TrimEnd('.'))} ({_wording.Fact(fact)})";

    private string Operand(Operand operand, FactDeclaration fact, TestOperator test) => Named(operand, value => _wording.Value(value, fact), test);

    private string MeasureOperand(MeasureTest measure) =>
        Named(measure.Operand, value => Number(measure.Measure, ((NumberValue)value).Number), measure.Operator);

    private string Named(Operand operand, Func<Value, string> write, TestOperator test)
    {
        var word = test == TestOperator.IncludesAll ? "and" : "or";
        if (_asOf is not { } day)
        {
            var dated = operand.Alternatives.Select(alternative =>
                Listed(alternative.Values, write, word) + (alternative.Period == Period.Always ? "" : $" ({FindingText.Period(alternative.Period)})"));
            return string.Join(", then ", dated) + Name(operand);
        }

        return operand.On(day) is { } values
            ? Listed(values, write, word) + Name(operand)
            : $"{operand.Parameter}, which has no value on {IsoDate.Format(day)}";
    }

    private string Name(Operand operand) => operand.Parameter is { } name ? _wording.Parameter(name) : "";

    private static string Listed(ImmutableArray<Value> values, Func<Value, string> write, string word)
    {
        var texts = values.Select(write).ToList();
        return texts.Count < 2 ? string.Concat(texts) : $"{string.Join(", ", texts.Take(texts.Count - 1))} {word} {texts[^1]}";
    }
}
