using PolicyCheck.Conditions;
using PolicyCheck.Facts;

namespace PolicyCheck.Explanation;

/// <summary>Says margins in words.</summary>
public static class MarginText
{
    /// <summary>A margin as a phrase, such as <c>safeguards.retention is 32 days: 2 days over the limit of 30 days</c>.</summary>
    /// <param name="margin">The margin.</param>
    public static string Phrase(Margin margin)
    {
        ArgumentNullException.ThrowIfNull(margin);
        var subject = margin.Test is MeasureTest measure ? $"the {ConditionText.Name(measure.Measure)} in {measure.Fact.Path}" : margin.Test is AgeTest ? $"the statement of {margin.Test.Fact.Path}" : margin.Test.Fact.Path;
        return $"{subject} is {margin.Value}: {Distance(margin)}";
    }

    private static string Distance(Margin margin)
    {
        var limit = $"{(margin.Operator is "atLeast" or "moreThan" ? "the floor of" : margin.Operator is "atMost" or "lessThan" ? "the limit of" : "the day")} {margin.Limit}";
        if (margin.IsOnLimit)
        {
            return $"exactly {limit}, which {(margin.Holds ? "is still within it" : "is no longer within it")}";
        }

        var (low, high) = (margin.Difference.Low, margin.Difference.High);
        var (least, most) = low >= 0 ? (low, high) : (-(high ?? 0), -low);
        return low < 0 && high is null or > 0
            ? $"{Difference(-low, margin.Unit)} below to {(high is { } above ? $"{Difference(above, margin.Unit)} above" : "any amount above")} {limit}"
            : $"{(most == least ? "" : "at least ")}{Difference(least, margin.Unit)} {(low >= 0 ? Above(margin.Operator) : Below(margin.Operator))} {limit}";
    }

    private static string Above(string word) => word switch { "atLeast" or "moreThan" => "above", "atMost" or "lessThan" => "over", _ => "after" };

    private static string Below(string word) => word switch { "atLeast" or "moreThan" => "below", "atMost" or "lessThan" => "under", _ => "before" };

    private static string Difference(decimal amount, string unit)
    {
        var number = ValueText.Plain(decimal.Round(amount, 6));
        return unit.Length == 0 ? number : $"{number} {(amount == 1 && unit.EndsWith('s') ? unit[..^1] : unit)}";
    }
}
