using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Sarif;

/// <summary>What a result says: the finding first, since viewers with little room show the first sentence only, then where the text says so and what to do.</summary>
internal sealed class ResultMessage(FindingText words)
{
    // Of more questions the first are enough to begin with.
    private const int MostQuestions = 5;

    /// <summary>What was found, as a phrase.</summary>
    public string Lead(Finding finding)
    {
        var said = finding switch
        {
            { Outcome: RuleOutcome.Waived, Waiver: { } waiver } => $"broken, and waived until {IsoDate.Format(waiver.To)}: {finding.Rule.Title} ({words.Why(finding)})",
            { Outcome: RuleOutcome.Indeterminate } => $"can't be said yet: {finding.Rule.Title} ({words.DependsOn(finding)})",
            { Outcome: RuleOutcome.Pass, Doubt: not null } => $"can't be said for certain: {words.Message(finding)}",
            _ => words.Message(finding),
        };
        return finding.IsAdvisory ? $"advisory: {said}" : said;
    }

    /// <summary>The message in one paragraph.</summary>
    public string Text(Occurrence occurrence) =>
        string.Join(' ', Details(occurrence).Select(detail => Plain.Sentence($"{detail.Label}: {detail.Text}")).Prepend(Plain.Sentence(Lead(occurrence.Finding))));

    /// <summary>The message as Markdown, with the facts it turned on.</summary>
    public string Markdown(Occurrence occurrence)
    {
        var finding = occurrence.Finding;
        var facts = finding.Facts.Select(fact => (Label: "Fact", Text: $"{FindingText.Fact(fact)} ({FindingText.Basis(fact)}, line {fact.Location.Start.Line})"));
        var exceptions = finding.Outcome is RuleOutcome.NotApplicable ? [] : finding.Exceptions.Select(exception =>
            (Label: exception.Relief.IsPermission ? "Permission" : "Exception", Text: $"{exception.Relief.Name} {words.Exception(exception)}"));
        var lines = facts.Concat(exceptions).Concat(Details(occurrence)).Select(detail => $"- {detail.Label}: {MarkdownText.Escape(detail.Text)}");
        return $"**{MarkdownText.Sentence(Lead(finding))}**\n\n{string.Join('\n', lines)}";
    }

    private static IEnumerable<(string Label, string Text)> Details(Occurrence occurrence)
    {
        var finding = occurrence.Finding;
        if (occurrence.Assessment.Uses.Length > 1)
        {
            yield return ("Use", occurrence.Use.Use.Id);
        }

        yield return ("Text", $"{FindingText.Citation(finding.RuleSet, finding.Rule.Citation)}, {Words.Of(finding.RuleSet.Standing).Replace('-', ' ')} of {finding.RuleSet.Authority}");
        if (finding.Doubt is { } doubt)
        {
            yield return ("Doubt", $"{doubt}; so this counts as indeterminate{(finding.Outcome == RuleOutcome.Fail ? ", and as a failure with --strict" : "")}");
        }

        foreach (var clash in finding.Clashes)
        {
            yield return ("Conflict", FindingText.Clash(clash));
        }

        if (!finding.Missing.IsEmpty)
        {
            var more = finding.Missing.Length - MostQuestions;
            var questions = finding.Missing.Take(MostQuestions).Select(fact => $"{fact.Question} (ask {fact.AskWho}, state {fact.Path})");
            yield return ("Find out", string.Join(' ', questions) + (more > 0 ? $" and {(more == 1 ? "one more fact" : $"{more} more facts")}" : ""));
        }

        if (finding.Waiver is { } waiver)
        {
            yield return ("Waiver", $"{waiver.Id}, granted by {waiver.Grantor} ({waiver.Authority}) from {IsoDate.Format(waiver.From)} to {IsoDate.Format(waiver.To)}: {waiver.Reason}");
        }

        if (finding.Outcome is RuleOutcome.Fail or RuleOutcome.Waived)
        {
            yield return ("Cure", finding.Rule.Remedy);
        }
    }
}
