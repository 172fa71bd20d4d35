using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports;

/// <summary>What a format with room for a message says of a finding: what was found first, since viewers with little room show the first sentence only, then where the text says so and what to do.</summary>
internal sealed class FindingMessage(FindingText words)
{
    /// <summary>The messages about one deployment, which are about the day on which it was judged.</summary>
    public static FindingMessage Of(Report report, Assessment assessment) => new(new(report.Vocabulary, assessment.AsOf));

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

    /// <summary>What was found and why it breaks nothing, as a phrase, where there is room for no more.</summary>
    public string Harmless(Finding finding) => finding switch
    {
        { Waiver: { } waiver } => $"{Lead(finding)}, by the waiver {waiver.Id} of {waiver.Grantor} ({waiver.Authority})",
        { BaselineSince: { } since } => $"in the baseline since {IsoDate.Format(since)}: {Lead(finding)}",
        _ => Lead(finding),
    };

    /// <summary>The facts it turned on and its exceptions, each a label and a phrase.</summary>
    public IEnumerable<(string Label, string Text)> Reasons(Finding finding) =>
    [
        .. finding.Facts.Select(fact => ("Fact", $"{FindingText.Fact(fact)} ({FindingText.Basis(fact)}, line {fact.Location.Start.Line})")),
        .. finding.Outcome is RuleOutcome.NotApplicable ? [] : finding.Exceptions.Select(exception => (exception.Relief.IsPermission ? "Permission" : "Exception", $"{exception.Relief.Name} {words.Exception(exception)}")),
    ];

    /// <summary>Where the text says so, what is doubtful, what to find out and what to do, each a label and a phrase.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="uses">The uses it is about, where the deployment has others.</param>
    public static IEnumerable<(string Label, string Text)> Details(Finding finding, IReadOnlyList<string> uses)
    {
        if (uses.Count > 0)
        {
            yield return (uses.Count == 1 ? "Use" : "Uses", FindingText.Listed(uses));
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
            var questions = finding.Missing.Take(MostQuestions).Select(fact => $"{fact.Question} (ask {fact.AskWho}, state {fact.Path}){BasisText.Weak([finding], fact)}");
            yield return ("Find out", string.Join(' ', questions) + (more > 0 ? $" and {(more == 1 ? "one more fact" : $"{more} more facts")}" : ""));
        }

        if (finding.Waiver is { } waiver)
        {
            yield return ("Waiver", $"{waiver.Id}, granted by {waiver.Grantor} ({waiver.Authority}) from {IsoDate.Format(waiver.From)} to {IsoDate.Format(waiver.To)}: {waiver.Reason}");
        }

        if (finding.BaselineSince is { } since)
        {
            yield return ("Baseline", $"has it since {IsoDate.Format(since)}{(finding.Baseline == BaselineState.Updated ? ", when it turned on other facts" : "")}");
        }

        if (finding.Outcome is RuleOutcome.Fail or RuleOutcome.Waived)
        {
            yield return ("Cure", finding.Rule.Remedy);
        }
    }
}
