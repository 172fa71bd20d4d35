using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Reference;
using PolicyCheck.Reports;
using PolicyCheck.Reports.Html;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>Writes a questionnaire as Markdown, to be filled in a text editor and taken back, or as HTML, to be read or printed.</summary>
public static class QuestionnairePage
{
    /// <summary>The lines below a question that are for whoever answers, in their order.</summary>
    internal static ImmutableArray<string> Blanks { get; } = ["answer", "basis", "source", "day"];

    /// <summary>Writes Markdown.</summary>
    /// <param name="report">The prospects.</param>
    /// <param name="audience">Who is asked, or null for everybody.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void WriteMarkdown(QuestionsReport report, string? audience, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var page = new MarkdownPage();
        page.Heading(1, Title(audience));
        page.Paragraph($"{Instruction} Asked as of {IsoDate.Format(report.AsOf)}.");
        foreach (var (assessment, prospect) in report.Manifests)
        {
            page.Heading(2, MarkdownText.Escape(assessment.Manifest.Title));
            page.Item(0, $"manifest: {MarkdownText.Escape(assessment.Manifest.Path)}");
            page.Item(0, $"digest: {assessment.Manifest.Digest}");
            foreach (var (question, number) in prospect.Questions.Select((question, index) => (question, index + 1)))
            {
                Write(page, question, number);
            }

            if (prospect.Questions.IsEmpty)
            {
                page.Paragraph("There is nothing to ask.");
            }
        }

        page.Paragraph(Report.Notice);
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <summary>Writes HTML.</summary>
    /// <param name="report">The prospects.</param>
    /// <param name="audience">Who is asked, or null for everybody.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void WriteHtml(QuestionsReport report, string? audience, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        Markup page = $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{{Title(audience)}}</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
            section { border-top: 1px solid #767676; break-inside: avoid; }
            dt { font-weight: 600; }
            dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
            .blank { border-bottom: 1px solid #1a1a1a; min-height: 1.6rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>{{Title(audience)}}</h1>
            <p>To be read or printed; answers are taken back from the same questions as CSV or Markdown. Asked as of {{IsoDate.Format(report.AsOf)}}.</p>
            {{report.Manifests.Select(one => Html(one.Assessment, one.Prospect))}}<p>{{Report.Notice}}</p>
            </main>
            </body>
            </html>

            """;
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private const string Instruction = "Write after each colon, and leave empty what you don't know. As basis write claimed, documented, measured or attested; as source the document that says so, and as day its date.";

    private static string Title(string? audience) => audience switch
    {
        null => "Questions about a deployment",
        "legal" => "Questions for the lawyer",
        _ => $"Questions for the {audience}",
    };

    private static void Write(MarkdownPage page, Question question, int number)
    {
        var fact = question.Open.Fact;
        page.Heading(3, $"{number}. {MarkdownText.Escape(fact.Question)}");
        page.Paragraph($"{MarkdownText.Escape(fact.Meaning)} Possible answers: {MarkdownText.Escape(QuestionText.Expected(fact))}.");
        foreach (var value in Meanings(fact))
        {
            page.Item(0, $"{MarkdownText.Escape(value.Value)} means {MarkdownText.Escape(value.Meaning)}");
        }

        page.Paragraph($"Decides {MarkdownText.Escape(QuestionText.Decides(question))}.");
        page.Item(0, $"fact: {fact.Path}{(question.Open.Use is { } use ? $" of use {MarkdownText.Escape(use.Id)}" : "")}");
        foreach (var blank in Blanks)
        {
            page.Item(0, $"{blank}:");
        }
    }

    private static Markup Html(Assessment assessment, Prospect prospect) => $"""
        <h2>{assessment.Manifest.Title}</h2>
        <p>{assessment.Manifest.Path}, {assessment.Manifest.Digest}</p>
        {prospect.Questions.Select(Html)}
        """;

    private static Markup Html(Question question, int index)
    {
        var fact = question.Open.Fact;
        Markup meanings = Meanings(fact).Any() ? $"<ul>{Meanings(fact).Select(value => (Markup)$"<li><b>{value.Value}</b>: {value.Meaning}</li>")}</ul>" : Markup.None;
        return $"""
            <section>
            <h3>{index + 1}. {fact.Question}</h3>
            <p>{fact.Meaning} Possible answers: {QuestionText.Expected(fact)}.</p>
            {meanings}<dl>
            <dt>Decides</dt><dd>{QuestionText.Decides(question)}</dd>
            <dt>Fact</dt><dd>{fact.Path}{(question.Open.Use is { } use ? $" of use {use.Id}" : "")}</dd>
            <dt>Answer</dt><dd class="blank"></dd>
            <dt>How it is known, by which document, of which day</dt><dd class="blank"></dd>
            </dl>
            </section>

            """;
    }

    private static IEnumerable<DeclaredValue> Meanings(FactDeclaration fact) => fact.Type is FactType.Choice or FactType.Choices ? fact.Values.Where(value => value.Meaning.Length > 0) : [];
}
