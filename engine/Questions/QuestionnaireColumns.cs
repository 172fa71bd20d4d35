using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Explanation;

namespace PolicyCheck.Questions;

/// <summary>The columns of a questionnaire, the last four of which are for whoever answers.</summary>
internal static class QuestionnaireColumns
{
    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = ["manifest", "digest", "use", "fact", "for", "question", "meaning", "possible answers", "decides", "answer", "basis", "source", "day"];

    /// <summary>The rows of a report, one for each question.</summary>
    /// <param name="report">The prospects.</param>
    public static IEnumerable<ImmutableArray<string>> Rows(QuestionsReport report) =>
        from one in report.Manifests
        from question in one.Prospect.Questions
        select Row(one.Assessment, question);

    private static ImmutableArray<string> Row(Assessment assessment, Question question)
    {
        var fact = question.Open.Fact;
        return
        [
            assessment.Manifest.Path,
            assessment.Manifest.Digest,
            question.Open.Use?.Id ?? "",
            fact.Path,
            fact.AskWho,
            fact.Question,
            fact.Meaning,
            Possible(question),
            string.Join("; ", question.Decides.Select(pair => FindingText.Citation(pair.Set, pair.Rule.Citation)).Distinct(StringComparer.Ordinal).Take(3)),
            "",
            "",
            "",
            "",
        ];
    }

    private static string Possible(Question question) => QuestionText.Expected(question.Open.Fact);
}
