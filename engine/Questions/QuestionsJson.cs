using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Questions;

/// <summary>Writes questions as JSON.</summary>
public static class QuestionsJson
{
    /// <summary>Writes them.</summary>
    /// <param name="report">The prospects.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(QuestionsReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", JsonReport.SchemaVersion);
            json.WriteString("asOf", IsoDate.Format(report.AsOf));
            json.WriteStartArray("manifests");
            foreach (var (assessment, prospect) in report.Manifests)
            {
                json.WriteStartObject();
                json.WriteString("id", assessment.Manifest.Id);
                json.WriteString("title", assessment.Manifest.Title);
                json.WriteString("path", assessment.Manifest.Path);
                json.WriteString("digest", assessment.Manifest.Digest);
                json.WriteString("verdict", Words.Of(assessment.Verdict));
                Write(json, prospect);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, Prospect prospect)
    {
        json.WriteBoolean("settled", prospect.IsSettled);
        Texts(json, "possible", prospect.Verdicts.Select(Words.Of));
        json.WriteBoolean("exact", prospect.IsExact);
        Texts(json, "unknownParameters", prospect.Parameters);
        json.WriteStartArray("questions");
        foreach (var question in prospect.Questions)
        {
            Write(json, question);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject();
        json.WriteString("fact", question.Open.Fact.Path);
        if (question.Open.Use is { } use)
        {
            json.WriteString("use", use.Id);
        }

        json.WriteString("question", question.Open.Fact.Question);
        json.WriteString("askWho", question.Open.Fact.AskWho);
        if (question.Stated is { } stated)
        {
            json.WriteString("stated", ValueText.Write(stated, question.Open.Fact));
        }

        json.WriteStartArray("decides");
        foreach (var (set, rule) in question.Decides)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.QualifiedId);
            json.WriteString("title", rule.Title);
            json.WriteString("citation", Explanation.FindingText.Citation(set, rule.Citation));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("answers");
        foreach (var lead in question.Leads)
        {
            json.WriteStartObject();
            Texts(json, "answers", lead.Answers);
            Texts(json, "possible", lead.Verdicts.Select(Words.Of));
            json.WriteBoolean("settles", lead.IsSettled);
            json.WriteNumber("questionsAtMost", lead.AtMost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
