using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>Says in words what a manifest can come to, and what answers to questions lead to.</summary>
public static class QuestionText
{
    private const int MostAnswers = 6;
    private const int MostRules = 2;

    /// <summary>What a manifest can still come to, as a sentence.</summary>
    /// <param name="prospect">The prospect.</param>
    public static string Possible(Prospect prospect)
    {
        ArgumentNullException.ThrowIfNull(prospect);
        return prospect.IsSettled ? $"settled: {Listed(prospect.Verdicts)}, whatever the answers to anything else are"
            : prospect.Questions.IsEmpty ? $"open, and no question is left: it can come out {Listed(prospect.Verdicts)}{(prospect.Parameters.IsEmpty ? "" : $", since rules have no value in force for {string.Join(", ", prospect.Parameters)}")}"
            : prospect.AsksForPlace ? "open: which rules bind hangs on the place, so that comes first and the other questions follow from it"
            : $"open: it can come out {Listed(prospect.Verdicts)}; {(prospect.IsExact ? "" : "at most ")}{Amount.Of(prospect.Questions.Length, "fact")} can change that, and no other";
    }

    /// <summary>Verdicts as alternatives.</summary>
    /// <param name="verdicts">The verdicts.</param>
    public static string Listed(ImmutableArray<Verdict> verdicts) => verdicts.Length < 2
        ? string.Concat(verdicts.Select(Named))
        : $"{string.Join(", ", verdicts[..^1].Select(Named))} or {Named(verdicts[^1])}";

    /// <summary>What an answer leads to.</summary>
    /// <param name="lead">The lead.</param>
    public static string Leads(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.IsSettled ? $"settles it: {Listed(lead.Verdicts)}"
            : lead.AtMost == 0 ? $"{Listed(lead.Verdicts)}, which no answer settles"
            : $"{Amount.Of(lead.AtMost, "question")} more at most ({Listed(lead.Verdicts)})";
    }

    /// <summary>The answers of a lead, the first of them where there are many.</summary>
    /// <param name="lead">The lead.</param>
    public static string Answers(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.Answers.Length <= MostAnswers ? string.Join(", ", lead.Answers) : $"{string.Join(", ", lead.Answers.Take(MostAnswers - 1))} and {lead.Answers.Length - MostAnswers + 1} more";
    }

    /// <summary>The provisions that hang on a question, the first of them where there are many.</summary>
    /// <param name="question">The question.</param>
    public static string Decides(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var shown = question.Decides.Take(MostRules).Select(pair => $"{pair.Set.Id}: {pair.Rule.Title} ({FindingText.Citation(pair.Set, pair.Rule.Citation)})");
        return $"{string.Join("; ", shown)}{(question.Decides.Length > MostRules ? $"; and {Amount.Of(question.Decides.Length - MostRules, "more rule")}" : "")}";
    }

    /// <summary>The answers there can be, for whoever is asked.</summary>
    /// <param name="fact">The fact.</param>
    public static string Expected(FactDeclaration fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Type switch
        {
            FactType.Flag => "yes or no",
            FactType.Choice => $"one of {string.Join(", ", fact.Values.Select(value => value.Value))}",
            FactType.Choices => $"one or more of {string.Join(", ", fact.Values.Select(value => value.Value))}, with commas between",
            FactType.Number => fact.IsRatio ? "a share, such as 98 % or 1 in 1000" : fact.IsCount || fact.Unit.Length == 0 ? "a number" : $"a number of {fact.Unit}",
            FactType.Duration => fact.Unit == "working-days" ? "a length of time, such as 30 working days" : "a length of time, such as 30 days or 6 months",
            FactType.Date => "a day, such as 2026-06-10",
            FactType.Place => "a place, such as US-OR/portland",
            FactType.Places => "one place or more, such as US-OR/portland, with commas between",
            FactType.Records => $"rows as a manifest has them, such as [{{{string.Join(", ", fact.Fields.Take(3).Select(field => $"{field.Path}: ..."))}}}]",
            _ => "a text",
        };
    }

    private static string Named(Verdict verdict) => Words.Of(verdict).Replace("not-applicable", "not applicable", StringComparison.Ordinal);
}
