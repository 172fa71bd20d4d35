using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Timelines;

/// <summary>Says changes in plain words.</summary>
public static class ChangeText
{
    /// <summary>The verdict before and after, or the one that stays; outside the deployment's own period that it doesn't run.</summary>
    /// <param name="change">The change.</param>
    public static string Verdict(TimelineChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (before, after) = (Verdict(change.Before), Verdict(change.After));
        return before == after ? $"stays {after}" : $"{before} → {after}";
    }

    /// <summary>A stretch's verdict in words.</summary>
    /// <param name="stretch">The stretch.</param>
    public static string Verdict(Stretch stretch)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        return stretch.IsRunning ? Words.Of(stretch.Verdict).Replace("not-", "not ", StringComparison.Ordinal) : "not running";
    }

    /// <summary>What changed, each rule once: its title, and what came of it before and after.</summary>
    /// <param name="change">The change.</param>
    public static ImmutableArray<(string Sentence, Finding Finding)> Findings(TimelineChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return
        [
            .. change.Findings
                .GroupBy(finding => (finding.After.Rule.QualifiedId, Sentence: Sentence(finding)))
                .Select(group => (group.Key.Sentence + Uses(change, [.. group]), group.First().After)),
        ];
    }

    /// <summary>A reason with the note on it, as a sentence without a final period.</summary>
    /// <param name="cause">The reason.</param>
    public static string Cause(Cause cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return cause.Note is { Length: > 0 } note ? $"{cause.Sentence} ({note.Trim().TrimEnd('.')})" : cause.Sentence;
    }

    /// <summary>The first and the last day of a stretch.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    public static string Days(DateOnly from, DateOnly until) =>
        until == from.AddDays(1) ? IsoDate.Format(from) : $"{IsoDate.Format(from)} to {IsoDate.Format(until.AddDays(-1))}";

    private static string Sentence(FindingChange finding)
    {
        var (before, after) = (Word(finding.Before), Word(finding.After));
        return $"{finding.After.Rule.Title}: {before} → {after}";
    }

    private static string Word(Finding finding) => finding.Outcome switch
    {
        RuleOutcome.NotApplicable => "doesn't apply",
        RuleOutcome.Pass => $"passes{By(finding)}{Doubt(finding)}",
        RuleOutcome.Fail => $"fails{Doubt(finding)}",
        RuleOutcome.Waived => $"waived by {finding.Waiver?.Id}",
        RuleOutcome.Indeterminate => $"open, depends on {FindingText.Listed([.. finding.Missing.Select(fact => fact.Path), .. finding.MissingParameters.Select(name => $"the parameter {name}")])}",
        _ => "can't be evaluated",
    };

    private static string By(Finding finding) => finding.Exceptions.Where(relief => relief.Truth == Values.Truth.True).Select(relief => relief.Relief.Title).ToImmutableArray() is { IsEmpty: false } titles
        ? $" by {FindingText.Listed([.. titles.Select(title => $"“{title}”")])}"
        : "";

    private static string Doubt(Finding finding) => finding.Doubt is { } doubt ? $", in doubt: {doubt.TrimEnd('.')}" : "";

    private static string Uses(TimelineChange change, ImmutableArray<FindingChange> findings) => change.After.Uses.Length == findings.Length
        ? ""
        : $" (for {FindingText.Listed([.. findings.Select(finding => finding.Use.Id)])})";
}
