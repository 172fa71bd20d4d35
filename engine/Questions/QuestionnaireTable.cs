using PolicyCheck.Tables;

namespace PolicyCheck.Questions;

/// <summary>Writes a questionnaire as comma-separated values, to be filled in a spreadsheet and taken back.</summary>
public static class QuestionnaireTable
{
    /// <summary>Writes it.</summary>
    /// <param name="report">The prospects.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(QuestionsReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        TableWriter.Write(QuestionnaireColumns.Rows(report).Select(row => (IReadOnlyList<string>)[.. row]).Prepend([.. QuestionnaireColumns.Names]), output);
    }
}
