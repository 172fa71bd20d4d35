using System.Collections.Immutable;
using PolicyCheck.Values;

namespace PolicyCheck.Conditions;

/// <summary>The operators as rules spell them, for each type of fact.</summary>
public static class OperatorWords
{
    private static readonly ImmutableArray<string> Equality = ["is", "isNot"];
    private static readonly ImmutableArray<string> Lists = ["in", "notIn"];
    private static readonly ImmutableArray<string> Comparisons = ["atLeast", "moreThan", "atMost", "lessThan"];

    /// <summary>The operators that ask what a fact's statement rests on, in the order of the text; fields of rows don't have them.</summary>
    public static ImmutableArray<string> Statements { get; } = ["basis", "notOlderThan"];

    /// <summary>The operators on a list of records; the last seven are measures.</summary>
    public static ImmutableArray<string> Records { get; } =
        ["where", "known", .. Statements, "each", "some", "count", "highestRate", "highestUpperBound", "ratio", "fewestTrials", "fewestErrors", "gini"];

    /// <summary>Every operator.</summary>
    public static ImmutableArray<string> All { get; } = [.. Enum.GetValues<FactType>().SelectMany(type => Of(type)).Distinct(StringComparer.Ordinal)];

    /// <summary>The words for how well a fact is known, weakest first.</summary>
    internal static ImmutableArray<string> Bases { get; } = [.. Enum.GetNames<Basis>().Select(name => name.ToLowerInvariant())];

    /// <summary>The operators of a type.</summary>
    /// <param name="type">The type of fact.</param>
    public static ImmutableArray<string> Of(FactType type) => type == FactType.Records ? Records : [.. OfField(type), .. Statements];

    /// <summary>The operators of a type of field.</summary>
    /// <param name="type">The type of field.</param>
    public static ImmutableArray<string> OfField(FactType type) => type switch
    {
        FactType.Flag => [.. Equality, "known"],
        FactType.Text => [.. Equality, .. Lists, "matches", "known"],
        FactType.Choice => [.. Equality, .. Lists, "known"],
        FactType.Choices => ["includes", "includesAny", "includesAll", "only", "known"],
        FactType.Number or FactType.Duration => [.. Equality, .. Lists, .. Comparisons, "known"],
        FactType.Date => [.. Equality, "before", "onOrAfter", "within", "known"],
        FactType.Place or FactType.Places => ["within", "only", "known"],
        _ => Records,
    };

    /// <summary>What an operator asks of a type that has it, and whether it asks for the opposite; <c>known</c>, those on statements and those on records aside.</summary>
    /// <param name="word">The operator.</param>
    /// <param name="type">The type of fact.</param>
    public static (TestOperator Test, bool IsNegated) Meaning(string word, FactType type) => word switch
    {
        "is" => (TestOperator.Is, false),
        "isNot" => (TestOperator.Is, true),
        "in" => (TestOperator.OneOf, false),
        "notIn" => (TestOperator.OneOf, true),
        "includes" or "includesAny" => (TestOperator.IncludesAny, false),
        "includesAll" => (TestOperator.IncludesAll, false),
        "only" => (type == FactType.Choices ? TestOperator.Only : TestOperator.OnlyWithinPlaces, false),
        "atLeast" => (TestOperator.AtLeast, false),
        "moreThan" => (TestOperator.MoreThan, false),
        "atMost" => (TestOperator.AtMost, false),
        "lessThan" => (TestOperator.LessThan, false),
        "before" => (TestOperator.Before, false),
        "onOrAfter" => (TestOperator.OnOrAfter, false),
        "within" => (type == FactType.Date ? TestOperator.WithinSpan : TestOperator.WithinPlace, false),
        "matches" => (TestOperator.Matches, false),
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "not an operator that compares"),
    };

    /// <summary>What a value without an operator asks of a type, or null where it needs one.</summary>
    /// <param name="type">The type of fact.</param>
    /// <param name="isList">Whether a list of values is written, and not one.</param>
    public static TestOperator? Shorthand(FactType type, bool isList) => type switch
    {
        FactType.Choices => TestOperator.IncludesAny,
        FactType.Place or FactType.Places => TestOperator.WithinPlace,
        FactType.Records => null,
        FactType.Flag when isList => null,
        _ => isList ? TestOperator.OneOf : TestOperator.Is,
    };

    /// <summary>Whether an operator takes a list of operands.</summary>
    /// <param name="test">The operator.</param>
    public static bool TakesMany(TestOperator test) =>
        test is TestOperator.OneOf or TestOperator.IncludesAny or TestOperator.IncludesAll or TestOperator.Only
            or TestOperator.WithinPlace or TestOperator.OnlyWithinPlaces;
}
