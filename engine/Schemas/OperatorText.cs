namespace PolicyCheck.Schemas;

/// <summary>What an editor shows for an operator.</summary>
public static class OperatorText
{
    /// <summary>What an operator says of a fact; a fact that isn't stated makes each of them unknown, save <c>known</c>.</summary>
    /// <param name="word">The operator.</param>
    internal static string Of(string word) => Find(word) ?? throw new InvalidOperationException($"no description of the operator `{word}`");

    /// <summary>What an operator or a connective says, or null where a word is neither; a word that is both has the operator's meaning.</summary>
    /// <param name="word">The word.</param>
    public static string? Find(string word) => word switch
    {
        "is" => "The fact has this value.",
        "isNot" => "The fact has another value; a fact that isn't stated stays unknown.",
        "in" => "The fact has one of these values.",
        "notIn" => "The fact has none of these values; a fact that isn't stated stays unknown.",
        "includes" => "The set has this value, or one of these.",
        "includesAny" => "The set has one of these values at least.",
        "includesAll" => "The set has all of these values.",
        "only" => "The set has nothing outside these values; every place lies within one of these.",
        "atLeast" => "The value or more.",
        "moreThan" => "More than the value.",
        "atMost" => "The value or less.",
        "lessThan" => "Less than the value.",
        "before" => "A day before this one.",
        "onOrAfter" => "This day or a later one.",
        "within" => "For a place: it lies in this place or group, or in one of these. For a day: at most this long before the day asked about, and not after it.",
        "matches" => "A regular expression describes the whole text; look-around and back-references aren't available.",
        "known" => "Whether the fact is stated at all.",
        "basis" => "How well the fact must be known at least: claimed, documented, measured or attested. A weaker basis leaves the test unknown and never fails it.",
        "notOlderThan" => "How long before the day asked about the day of the fact's document or measurement, stated as `on`, may lie at most; unknown where no day is stated.",
        "where" => "Selects the rows that the other operators look at.",
        "each" => "Every selected row meets the condition, and there is at least one.",
        "some" => "At least one selected row meets the condition.",
        "count" => "How many rows are selected.",
        "highestRate" => "The highest error rate of a selected row, as observed.",
        "highestUpperBound" => "The highest of the selected rows' exact one-sided 95 % upper confidence bounds.",
        "ratio" => "The highest error rate of the selected rows divided by the lowest.",
        "fewestTrials" => "The smallest number of trials in a selected row.",
        "fewestErrors" => "The smallest number of errors in a selected row.",
        "gini" => "The Gini coefficient of the selected rows' error rates: 0 is even, 1 the most uneven.",
        "all" => "Every condition of the list holds.",
        "any" => "At least one condition of the list holds.",
        "none" => "No condition of the list holds.",
        "not" => "The condition doesn't hold.",
        _ => null,
    };
}
