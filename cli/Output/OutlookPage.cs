using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Explanation;
using PolicyCheck.Reports;
using PolicyCheck.Timelines;

namespace PolicyCheck.Cli.Output;

/// <summary>Says of a checked deployment what other days are like.</summary>
internal static class OutlookPage
{
    // Of a deployment of which little is stated, much may change.
    private const int Most = 8;

    /// <summary>Says how its own period went, or that it doesn't run on the day asked about.</summary>
    /// <param name="page">The page.</param>
    /// <param name="report">The report.</param>
    /// <param name="assessment">What was found of it.</param>
    public static void Own(TextPage page, Report report, Assessment assessment)
    {
        if (report.Outlook?.Period(assessment.Manifest) is { } own)
        {
            page.Line(2, $"{TextPage.Styled("Over its own period", "bold")} {TextPage.Styled(Outlook.Sentence(own) + ":")}");
            foreach (var stretch in own.Verdicts().Where(stretch => stretch.IsRunning))
            {
                page.Row(4, 24, TextPage.Styled(ChangeText.Days(stretch.From, stretch.Until)), VerdictWords.Name(stretch.Verdict));
            }
        }
        else if (assessment.Manifest.Period is { } period && !period.Contains(assessment.AsOf))
        {
            page.Line(2, TextPage.Styled(assessment.AsOf < period.From
                ? $"It doesn't run on that day: it begins on {IsoDate.Format(period.From.Value)}."
                : $"It doesn't run on that day: it ended on {IsoDate.Format(assessment.Manifest.Period.Value.Until!.Value.AddDays(-1))}."));
        }
    }

    /// <summary>Says what changes within a year; with few words only when and why.</summary>
    /// <param name="page">The page.</param>
    /// <param name="report">The report.</param>
    /// <param name="assessment">What was found of it.</param>
    /// <param name="explain">How much is explained.</param>
    public static void Coming(TextPage page, Report report, Assessment assessment, Explain explain)
    {
        if (report.Outlook?.Coming(assessment.Manifest) is { IsEmpty: false } changes)
        {
            page.Gap();
            page.Line(2, TextPage.Styled("Within a year:", "bold"));
            TimelinePage.Changes(page, 4, changes.Take(Most), explain switch { Explain.Off => 0, Explain.Fails => 2, _ => int.MaxValue });
            if (changes.Length > Most)
            {
                page.Line(4, TextPage.Styled($"and {Amount.Of(changes.Length - Most, "more change")}, which `policycheck timeline` draws"));
            }
        }
    }
}
