using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Reports.Timelines;
using PolicyCheck.RuleSets;
using PolicyCheck.Timelines;

namespace PolicyCheck.Reports.Ci;

/// <summary>Writes a report as Markdown for a build's summary or a comment: what breaks the build first, what is open with whom to ask, and the rest folded.</summary>
/// <remarks>GitHub takes a summary of one mebibyte; manifests for which there is no room are counted, with what they came to.</remarks>
public static class MarkdownReport
{
    private const int MostBytes = 1_000_000;

    // A file that isn't a manifest at all has a problem in every line.
    private const int MostProblems = 100;

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var text = new StringBuilder();
        text.Append($"## {Mark(report.Verdict)} {Words.Of(report.Verdict)}\n\n");
        text.Append($"As of {IsoDate.Format(report.AsOf)}, {Amount.Of(report.Assessments.Length, "manifest")} by {Amount.Of(report.RuleSets.Count(set => set.IsInForce(report.AsOf)), "rule set")} in force. ");
        text.Append($"{Capitalised(FindingText.Counts(Findings(report).Where(finding => !finding.IsAdvisory)))}; advisory: {FindingText.Counts(Findings(report).Where(finding => finding.IsAdvisory))}.\n");
        AppendRefused(text, report);
        var (left, bytes) = (0, Encoding.UTF8.GetByteCount(text.ToString()));
        foreach (var assessment in report.Assessments.OrderByDescending(assessment => assessment.Verdict))
        {
            var section = Section(assessment, report.Options, FindingMessage.Of(report, assessment)) + Elsewhen(report, assessment);
            bytes += Encoding.UTF8.GetByteCount(section);
            if (bytes > MostBytes)
            {
                left++;
            }
            else
            {
                text.Append(section);
            }
        }

        if (left > 0)
        {
            text.Append($"\nThere is no room here for {Amount.Of(left, "more manifest")}; the other reports of this run have them.\n");
        }

        text.Append($"\n_{Report.Notice} PolicyCheck {Report.EngineVersion}._\n");
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static IEnumerable<Finding> Findings(Report report) => report.Assessments.SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings);

    private static void AppendRefused(StringBuilder text, Report report)
    {
        foreach (var path in report.RefusedPaths)
        {
            text.Append($"\n### ⛔ {Escape(path)} was not judged\n\n");
            var problems = report.Diagnostics.Where(diagnostic => diagnostic.Location.Path == path).ToList();
            foreach (var problem in problems.Take(MostProblems))
            {
                text.Append($"- line {problem.Location.Start.Line}: {Escape(problem.Message)} ({problem.Code}); {Escape(problem.Cure)}\n");
            }

            if (problems.Count > MostProblems)
            {
                text.Append($"- and {Amount.Of(problems.Count - MostProblems, "more problem")}\n");
            }
        }
    }

    private static string Elsewhen(Report report, Assessment assessment)
    {
        var text = new StringBuilder();
        if (report.Outlook?.Period(assessment.Manifest) is { } period)
        {
            text.Append($"\nOver its own period {Outlook.Sentence(period)}:\n\n{string.Concat(period.Verdicts().Where(stretch => stretch.IsRunning).Select(stretch => $"- {ChangeText.Days(stretch.From, stretch.Until)}: {ChangeText.Verdict(stretch)}\n"))}");
        }

        if (report.Outlook?.Coming(assessment.Manifest) is { IsEmpty: false } coming)
        {
            text.Append($"\n<details><summary>Within a year: {Amount.Of(coming.Length, "change")}</summary>\n");
            TimelineMarkdown.AppendChanges(text, coming);
            text.Append("\n</details>\n");
        }

        return text.ToString();
    }

    private static string Section(Assessment assessment, AssessmentOptions options, FindingMessage message)
    {
        var notices = Notice.Of(assessment, options);
        var manifest = assessment.Manifest;
        var text = new StringBuilder($"\n### {Mark(assessment.Verdict)} {Escape(manifest.Title)}: {Words.Of(assessment.Verdict)}\n\n`{manifest.Id}` in {Quiet(MarkdownText.Code(manifest.Path))}\n{(BasisText.ClaimsAlone(assessment, options) is { } claims ? $"\n{Escape(MarkdownText.Sentence(claims))}\n" : "")}");
        AppendFailures(text, notices.Where(notice => notice.Finding.Outcome is RuleOutcome.Fail or RuleOutcome.Error && notice.Level != NoticeLevel.Note).ToList(), message);
        AppendOpen(text, notices.Where(notice => notice.Level == NoticeLevel.Warning && notice.Finding.Outcome is not RuleOutcome.Fail).ToList(), message);
        AppendNotes(text, "Waived", notices.Where(notice => notice.Finding.Outcome == RuleOutcome.Waived), message);
        AppendNotes(text, "Known to the baseline", notices.Where(notice => notice.Finding.BaselineSince is not null), message);
        AppendNotes(text, "Advisory", notices.Where(notice => notice is { Level: NoticeLevel.Note, Finding: { IsAdvisory: true, BaselineSince: null, Outcome: RuleOutcome.Fail } }), message);
        AppendPassed(text, assessment, options);
        return text.ToString();
    }

    private static void AppendFailures(StringBuilder text, List<Notice> failures, FindingMessage message)
    {
        if (failures.Count == 0)
        {
            return;
        }

        text.Append("\n| Rule | What is broken | Text | Where | Cure |\n| --- | --- | --- | --- | --- |\n");
        foreach (var notice in failures)
        {
            var finding = notice.Finding;
            var doubt = finding.Doubt is { } reason ? $" Counts as open: {Escape(reason)}." : "";
            var uses = notice.UsesToTell.IsEmpty ? "" : $" ({Escape(FindingText.Listed(notice.UsesToTell))})";
            text.Append($"| {Words.Of(finding.Rule.Severity)}: `{finding.Rule.QualifiedId}` | {Quiet(MarkdownText.Sentence(message.Lead(finding)))}{uses}{doubt} | {Citation(finding)} | {Place(finding)} | {Escape(finding.Rule.Remedy)} |\n");
        }
    }

    private static void AppendOpen(StringBuilder text, List<Notice> open, FindingMessage message)
    {
        if (open.Count == 0)
        {
            return;
        }

        var missing = open.SelectMany(notice => notice.Finding.Missing).DistinctBy(fact => fact.Path).OrderBy(fact => fact.Path, StringComparer.Ordinal).ToList();
        text.Append($"\n{Amount.Of(open.Count, "rule")} can't be said yet.");
        if (missing.Count > 0)
        {
            text.Append(" Find out:\n\n| Ask | Question | State |\n| --- | --- | --- |\n");
            foreach (var fact in missing)
            {
                text.Append($"| {Escape(fact.AskWho)} | {Escape($"{fact.Question}{BasisText.Weak(open.Select(notice => notice.Finding), fact)}")} | {MarkdownText.Code(fact.Path)} |\n");
            }
        }
        else
        {
            text.Append('\n');
        }

        AppendNotes(text, "Rules that are open", open, message);
    }

    private static void AppendNotes(StringBuilder text, string heading, IEnumerable<Notice> notices, FindingMessage message)
    {
        var lines = notices.Select(notice => $"- `{notice.Finding.Rule.QualifiedId}`: {Quiet(MarkdownText.Sentence(message.Lead(notice.Finding)))}{string.Concat(FindingMessage.Details(notice.Finding, notice.UsesToTell).Where(detail => detail.Label is "Use" or "Uses" or "Doubt" or "Waiver" or "Baseline").Select(detail => $" {detail.Label}: {Escape(detail.Text)}."))} {Citation(notice.Finding)}\n").ToList();
        if (lines.Count > 0)
        {
            text.Append($"\n<details><summary>{heading}: {lines.Count}</summary>\n\n{string.Concat(lines)}\n</details>\n");
        }
    }

    private static void AppendPassed(StringBuilder text, Assessment assessment, AssessmentOptions options)
    {
        var lines = Judged.Of(assessment, options).Where(one => one.Finding is { Outcome: RuleOutcome.Pass, Doubt: null, IsAdvisory: false })
            .GroupBy(one => one.Finding.Rule.QualifiedId, StringComparer.Ordinal)
            .Select(rule => $"- `{rule.Key}`: {Escape(rule.First().Finding.Rule.Title)}\n")
            .ToList();
        if (lines.Count > 0)
        {
            text.Append($"\n<details><summary>Kept: {Amount.Of(lines.Count, "rule")}</summary>\n\n{string.Concat(lines)}\n</details>\n");
        }
    }

    private static string Citation(Finding finding) =>
        Linked(MarkdownText.Address(FindingText.Citation(finding.RuleSet, finding.Rule.Citation), finding.RuleSet.FindSource(finding.Rule.Citation.SourceId)?.Url));

    private static string Linked(string address) => address.LastIndexOf("](<", StringComparison.Ordinal) is > 0 and var target ? Quiet(address[..target]) + address[target..] : Quiet(address);

    private static string Escape(string text) => Quiet(MarkdownText.Escape(text));

    // Where a report becomes a comment, names in it would be called, escaped or not; a comment between, which nobody sees, stops that.
    private static string Quiet(string markdown) => markdown.Replace("@", "@<!-- -->", StringComparison.Ordinal);

    private static string Place(Finding finding) => Quiet(MarkdownText.Code(finding.Location.Path)) + $":{finding.Location.Start.Line}";

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.NonCompliant => "❌",
        Verdict.Indeterminate => "❓",
        Verdict.Compliant => "✅",
        _ => "➖",
    };

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
