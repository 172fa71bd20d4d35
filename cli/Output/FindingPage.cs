using PolicyCheck.Assessments;
using PolicyCheck.Cli.Commands;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Cli.Output;

/// <summary>Writes the findings about one use: first what fails, then what is open, then the rest in a line each.</summary>
internal sealed class FindingPage(TextPage page, Report report, Explain explain)
{
    private const int Indent = 4;
    private const int Label = 11;

    // Of more open rules only what they depend on is shown: the questions below them say the rest.
    private const int MostOpenExplained = 3;

    private readonly FindingText _words = new(report.Vocabulary, report.AsOf);
    private readonly TracePage _traces = new(page, report.AsOf);
    private readonly FindingMargins _margins = new(report.Vocabulary, report.AsOf);

    /// <summary>What would be written about a use, places aside: uses of which the same would be written are written once.</summary>
    /// <param name="use">The use.</param>
    public string Signature(UseAssessment use) =>
        explain == Explain.Full
            ? use.Use.Id
            : string.Join('\n', use.Findings
                .Where(finding => finding.Outcome != RuleOutcome.NotApplicable)
                .Select(finding => $"{finding.Rule.QualifiedId} {finding.Outcome} {(finding.IsAdvisory ? "" : string.Join(';', finding.Exceptions.Select(_words.Exception).Prepend(_words.Message(finding)).Concat(finding.Facts.Select(FindingText.Fact))))}"));

    /// <summary>Writes the findings of uses that were found alike.</summary>
    /// <param name="uses">The uses.</param>
    public void Write(IReadOnlyList<UseAssessment> uses)
    {
        var shown = uses[0].Findings.Where(finding => explain == Explain.Full || finding.Outcome != RuleOutcome.NotApplicable).ToList();
        var somewhere = explain == Explain.Full ? [] : shown.Where(HangsOnPlace).ToList();
        shown = [.. shown.Except(somewhere)];
        var explainsOpen = shown.Count(finding => !finding.IsAdvisory && finding.Outcome == RuleOutcome.Indeterminate) <= MostOpenExplained;
        foreach (var finding in Ordered(shown.Where(finding => !finding.IsAdvisory)))
        {
            WriteOne(finding, uses, isExplained: finding.Outcome is > RuleOutcome.Indeterminate or RuleOutcome.Waived || (finding.Outcome == RuleOutcome.Indeterminate && explainsOpen));
        }

        WriteSomewhere(somewhere);
        WriteAdvisory([.. Ordered(shown.Where(finding => finding.IsAdvisory))], uses);
        if (explain != Explain.Off)
        {
            WriteQuestions(shown, somewhere);
        }
    }

    // Whether they bind at all isn't known, so where the system is used is to be found out before anything else they ask.
    private void WriteSomewhere(List<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        var sets = findings.Select(finding => finding.RuleSet).DistinctBy(set => set.Id).Select(set => $"{set.Id} ({FindingText.Listed([.. set.Jurisdictions.Select(report.Vocabulary.NameOf)])})").ToList();
        page.Gap();
        page.Row(Indent, Label - 2, VerdictWords.Mark(RuleOutcome.Indeterminate), TextPage.Styled($"{findings.Count} {(findings.Count == 1 ? "rule" : "rules")} of {sets.Count} {(sets.Count == 1 ? "rule set" : "rule sets")} that bind in some places only; say more exactly where the system is used"));
        page.Line(Indent + Label - 1, TextPage.Styled(FindingText.Listed(sets), "dim"));
    }

    private static bool HangsOnPlace(Finding finding) => finding.Outcome == RuleOutcome.Indeterminate && finding.Missing.Any(fact => fact.Path == "places");

    private void WriteAdvisory(List<Finding> advisory, IReadOnlyList<UseAssessment> uses)
    {
        if (advisory.Count == 0)
        {
            return;
        }

        page.Gap();
        page.Line(Indent, TextPage.Styled("Advisory (guidance, standards and proposals don't decide the verdict):", "bold"));
        foreach (var finding in advisory.Where(finding => explain == Explain.Full || finding.Outcome is RuleOutcome.Fail or RuleOutcome.Error))
        {
            WriteOne(finding, uses, isExplained: false);
        }

        foreach (var group in advisory.Where(finding => explain != Explain.Full && finding.Outcome is not (RuleOutcome.Fail or RuleOutcome.Error)).GroupBy(finding => finding.Outcome))
        {
            var rules = group.GroupBy(finding => finding.RuleSet.Id).Select(set => $"{set.Count()} of {set.Key}");
            page.Row(Indent, Label - 2, VerdictWords.Mark(group.Key), TextPage.Styled(FindingText.Listed([.. rules])));
        }
    }

    private static IEnumerable<Finding> Ordered(IEnumerable<Finding> findings) =>
        findings.OrderByDescending(finding => finding.Outcome).ThenBy(finding => finding.Rule.Severity);

    private void WriteOne(Finding finding, IReadOnlyList<UseAssessment> uses, bool isExplained)
    {
        if (explain == Explain.Full || (explain == Explain.Fails && isExplained))
        {
            WriteExplained(finding, uses);
        }
        else
        {
            page.Row(Indent, Label - 2, VerdictWords.Mark(finding.Outcome), TextPage.Styled(finding.Rule.QualifiedId) + TextPage.Styled(Remark(finding), "dim"));
        }
    }

    private string Remark(Finding finding)
    {
        var reliefs = finding.Exceptions.Where(exception => exception.Truth == Truth.True).Select(exception => exception.Relief.Name).ToList();
        return finding.Outcome == RuleOutcome.Pass && reliefs.Count > 0 ? $" by the exception {FindingText.Listed(reliefs)}{(finding.Doubt is { } doubt ? $", which counts as open: {doubt}" : "")}"
            : finding.Waiver is { } waiver ? $" {_words.Waiver(waiver)}"
            : finding.Outcome == RuleOutcome.Indeterminate && explain != Explain.Off ? $" {_words.DependsOn(finding)}"
            : finding.BaselineSince is { } since ? $" in the baseline since {BaselineText.Since(since, report.AsOf)}"
            : "";
    }

    private void WriteExplained(Finding finding, IReadOnlyList<UseAssessment> uses)
    {
        var set = finding.RuleSet;
        page.Gap();
        page.Row(Indent, Label - 2, VerdictWords.Mark(finding.Outcome), TextPage.Styled(finding.Rule.QualifiedId, "bold"));
        Row("Rule", finding.Rule.Title);
        Row("Text", $"{FindingText.Citation(set, finding.Rule.Citation)}{Read(finding)}");
        Row("Weight", $"{Words.Of(finding.Rule.Severity)}; {Words.Of(set.Standing).Replace('-', ' ')} of {set.Authority}");
        WriteReasons(finding, uses);
        foreach (var margin in _margins.Of(finding))
        {
            Row("Margin", MarginText.Phrase(margin));
        }

        foreach (var exception in finding.Exceptions)
        {
            Row(exception.Relief.IsPermission ? "Permission" : "Exception", $"{exception.Relief.Name} {_words.Exception(exception)}");
        }

        foreach (var clash in finding.Clashes)
        {
            Row("Conflict", FindingText.Clash(clash), "yellow");
        }

        if (finding.Doubt is { } doubt)
        {
            Row("Doubt", $"{doubt}; so this counts as indeterminate{(finding.Outcome == RuleOutcome.Fail ? ", and as a failure with --strict" : "")}", "yellow");
        }

        if (finding.Waiver is { } waiver)
        {
            Row("Waived", $"{_words.Waiver(waiver)} ({waiver.Id}, {waiver.Location.Path}:{waiver.Location.Start.Line}); it would fail without", "yellow");
        }

        if (finding.BaselineSince is { } since)
        {
            Row("Baseline", $"has it since {BaselineText.Since(since, report.AsOf)}{(finding.Baseline == BaselineState.Updated ? "; it turns on other facts now" : "")}, so it doesn't fail the check", "dim");
        }

        if (finding.Outcome is RuleOutcome.Fail or RuleOutcome.Waived)
        {
            Row("Cure", finding.Rule.Remedy, "bold");
        }

        if (explain == Explain.Full)
        {
            if (finding.Rule.Note is { } note)
            {
                Row("Note", note);
            }

            _traces.Write(finding, Indent + 2, Label);
        }
    }

    // A broken prohibition is explained by its facts alone; for everything else the reason comes first.
    private void WriteReasons(Finding finding, IReadOnlyList<UseAssessment> uses)
    {
        var label = finding.Outcome == RuleOutcome.Indeterminate ? "Open" : "Because";
        var broken = finding.Outcome is RuleOutcome.Fail or RuleOutcome.Waived;
        if (!broken || finding.Rule.Kind != RuleKind.Prohibition || finding.Facts.IsEmpty)
        {
            Row(label, broken ? _words.Why(finding) : _words.Message(finding));
            label = "Facts";
        }

        foreach (var fact in finding.Facts)
        {
            var places = uses
                .SelectMany(use => use.Findings.Single(other => other.Rule == finding.Rule).Facts)
                .Where(other => FindingText.Fact(other) == FindingText.Fact(fact))
                .Append(fact)
                .OrderBy(other => other.Location.Span.Start)
                .Select(other => $"{other.Location.Start.Line}:{other.Location.Start.Column}")
                .Distinct(StringComparer.Ordinal);
            page.Row(Indent + 2, Label, TextPage.Styled(label, "blue"), $"{TextPage.Styled(FindingText.Fact(fact))} {TextPage.Styled($"({FindingText.Basis(fact)}, line {FindingText.Listed([.. places])})", "dim")}");
            label = "";
        }
    }

    private static string Read(Finding finding) => finding.RuleSet.FindSource(finding.Rule.Citation.SourceId) is { } source
        ? $" (read: {Words.Of(source.Read)}; confidence: {Words.Of(finding.Rule.Confidence)})"
        : "";

    private void WriteQuestions(List<Finding> findings, List<Finding> somewhere)
    {
        var missing = findings.Where(finding => !finding.IsAdvisory && finding.Outcome == RuleOutcome.Indeterminate).SelectMany(finding => finding.Missing).DistinctBy(fact => fact.Path).OrderBy(fact => fact.Path, StringComparer.Ordinal);
        List<FactDeclaration> binding = [.. somewhere.Exists(finding => !finding.IsAdvisory) && report.Vocabulary.Find("places") is { } places ? [places] : Array.Empty<FactDeclaration>(), .. missing];
        if (binding.Count == 0)
        {
            return;
        }

        page.Gap();
        page.Line(Indent, TextPage.Styled("To settle it, find out:", "bold"));
        foreach (var fact in binding)
        {
            page.Row(Indent, Label - 2, TextPage.Styled(Ask(fact), "yellow"), $"{TextPage.Styled(fact.Question)} {TextPage.Styled($"({fact.Path}){BasisText.Weak(findings.Concat(somewhere), fact)}", "dim")}");
        }
    }

    private static string Ask(FactDeclaration fact) => $"{fact.AskWho}:";

    private void Row(string label, string text, string style = "") =>
        page.Row(Indent + 2, Label, TextPage.Styled(label, "blue"), TextPage.Styled(text, style));
}
