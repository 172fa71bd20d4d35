using PolicyCheck.Assessments;
using PolicyCheck.Explanation;

namespace PolicyCheck.Reports.Sarif;

/// <summary>A finding's message in the two forms that a SARIF result has.</summary>
internal sealed class ResultMessage(FindingText words)
{
    private readonly FindingMessage _message = new(words);

    /// <summary>What was found, as a phrase.</summary>
    public string Lead(Finding finding) => _message.Lead(finding);

    /// <summary>The message in one paragraph.</summary>
    public string Text(Occurrence occurrence) =>
        string.Join(' ', Details(occurrence).Select(detail => Plain.Sentence($"{detail.Label}: {detail.Text}")).Prepend(Plain.Sentence(_message.Lead(occurrence.Finding))));

    /// <summary>The message as Markdown, with the facts it turned on.</summary>
    public string Markdown(Occurrence occurrence)
    {
        var lines = _message.Reasons(occurrence.Finding).Concat(Details(occurrence)).Select(detail => $"- {detail.Label}: {MarkdownText.Escape(detail.Text)}");
        return $"**{MarkdownText.Sentence(_message.Lead(occurrence.Finding))}**\n\n{string.Join('\n', lines)}";
    }

    private static IEnumerable<(string Label, string Text)> Details(Occurrence occurrence) =>
        FindingMessage.Details(occurrence.Finding, occurrence.Assessment.Uses.Length > 1 ? [occurrence.Use.Use.Id] : []);
}
