using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Questions;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes questions for a person at a terminal, with what each answer leads to.</summary>
internal static class AskPage
{
    private const int Label = 8;

    /// <summary>Writes them.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="report">The prospects.</param>
    /// <param name="audience">Who is asked, or null for everybody.</param>
    public static void Write(TextPage page, QuestionsReport report, string? audience)
    {
        foreach (var (assessment, prospect) in report.Manifests)
        {
            var verdict = prospect.IsSettled ? prospect.Worst : Verdict.Indeterminate;
            page.Line(0, $"{VerdictWords.Heading(verdict)}  {TextPage.Styled(assessment.Manifest.Title, "bold")}");
            page.Line(2, TextPage.Styled($"{assessment.Manifest.Path}:{assessment.Manifest.Location.Start.Line}  as of {IsoDate.Format(report.AsOf)}", "dim"));
            page.Line(2, TextPage.Styled(QuestionText.Possible(prospect)));
            var left = 0;
            foreach (var (question, number) in prospect.Questions.Select((question, index) => (question, index + 1)))
            {
                if (audience is null || question.Open.Fact.AskWho == audience)
                {
                    page.Gap();
                    Write(page, question, number);
                }
                else
                {
                    left++;
                }
            }

            if (left > 0)
            {
                page.Gap();
                page.Line(2, TextPage.Styled($"{left} of these questions {(left == 1 ? "is" : "are")} for others than {audience}", "dim"));
            }

            page.Gap();
        }
    }

    private static void Write(TextPage page, Question question, int number)
    {
        var (fact, use) = (question.Open.Fact, question.Open.Use);
        page.Row(2, 3, TextPage.Styled($"{number}."), $"{TextPage.Styled($"{fact.AskWho}:", "yellow")} {TextPage.Styled(fact.Question, "bold")} {TextPage.Styled($"({fact.Path}{(use is null ? "" : $", use {use.Id}")})", "dim")}");
        if (question.Stated is { } stated)
        {
            page.Row(6, Label, TextPage.Styled("Stated", "blue"), TextPage.Styled($"{ValueText.Write(stated, fact)}, which isn't exact enough"));
        }

        page.Row(6, Label, TextPage.Styled("Decides", "blue"), TextPage.Styled(QuestionText.Decides(question)));
        foreach (var lead in question.Leads)
        {
            page.Row(6, Label, TextPage.Styled("Answer", "blue"), $"{TextPage.Styled(QuestionText.Answers(lead), "bold")}{TextPage.Styled($": {QuestionText.Leads(lead)}")}");
        }
    }
}
