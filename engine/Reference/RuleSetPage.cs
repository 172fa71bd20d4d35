using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;
using PolicyCheck.Reading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reference;

/// <summary>The page of one rule set.</summary>
internal sealed class RuleSetPage(RuleLibrary library, ImmutableArray<RuleSet> documented, RuleSet set, FactLinks facts)
{
    private readonly MarkdownPage _page = new();

    /// <summary>The page as Markdown.</summary>
    public string Write()
    {
        var definitions = ConditionParts.Definitions(set);
        var anchors = new HeadingAnchors();
        var places = definitions.ToDictionary(defined => defined.Name, defined => anchors.Next($"Definition {defined.Name}"), StringComparer.Ordinal);
        var outline = new ConditionOutline(new ConditionText(null, new ReferenceWording(library.Vocabulary, facts, places)), _page);
        _page.Paragraph("[All rule sets](../README.md) · [Facts](../facts.md)");
        _page.Heading(1, MarkdownText.Escape(set.Title));
        _page.Paragraph(MarkdownText.Sentence(set.Summary));
        WriteStanding();
        _page.Heading(2, "Rules");
        _page.Table(
            ["Rule", "Says", "Kind", "Severity"],
            set.Rules.Select(rule => new[] { MarkdownText.Link(rule.Id, $"#rule-{rule.Id}"), MarkdownText.Escape(rule.Title), Kind(rule), Words.Of(rule.Severity) }));
        var section = new RuleSection(_page, outline, facts, set, LinkToRule);
        foreach (var rule in set.Rules)
        {
            section.Write(rule);
        }

        WriteDefinitions(definitions, outline);
        WriteParameters();
        WriteSources();
        WriteProvisions();
        _page.Heading(2, "Not covered");
        foreach (var sentence in set.NotCovered)
        {
            _page.Item(0, MarkdownText.Sentence(sentence));
        }

        _page.Paragraph($"*{Report.Notice}*");
        return _page.ToString();
    }

    private static string Kind(Rule rule) => Words.Of(rule.Kind);

    private string LinkToRule(string ruleSet, string rule) =>
        ruleSet == set.Id ? MarkdownText.Link(rule, $"#rule-{rule}")
            : documented.Any(other => other.Id == ruleSet) ? MarkdownText.Link($"{ruleSet}/{rule}", $"{ruleSet}.md#rule-{rule}")
            : MarkdownText.Code($"{ruleSet}/{rule}");

    private void WriteStanding()
    {
        _page.Item(0, $"Name: {MarkdownText.Code(set.Id)}");
        _page.Item(0, $"Standing: {Words.Of(set.Standing).Replace('-', ' ')} of {MarkdownText.Escape(set.Authority)}{(set.IsAdvisory ? "; advisory: it doesn't decide the verdict" : "")}");
        _page.Item(0, $"Binds in: {FindingText.Listed([.. set.Jurisdictions.Select(place => $"{MarkdownText.Escape(library.Vocabulary.NameOf(place))} ({MarkdownText.Code(place.Code)})")])}");
        foreach (var reach in set.Reaches)
        {
            _page.Item(0, $"Binds elsewhere too: {MarkdownText.Sentence(reach.Title)} ({MarkdownText.Escape(reach.Citation.ToString())})");
        }

        foreach (var preemption in set.Preempts)
        {
            _page.Item(0, $"Sets aside: {MarkdownText.Sentence(preemption.Title)} ({MarkdownText.Escape(preemption.Citation.ToString())})");
        }

        foreach (var period in set.InForce)
        {
            _page.Item(0, $"In force {RuleSection.Period(period)}");
        }

        foreach (var period in set.Unresolved)
        {
            _page.Item(0, $"**Unsettled** whether it binds {FindingText.Period(period.Period)}: {MarkdownText.Sentence(period.Reason)}");
        }
    }

    private void WriteDefinitions(IReadOnlyList<Defined> definitions, ConditionOutline outline)
    {
        if (definitions.Count > 0)
        {
            _page.Heading(2, "Definitions");
        }

        foreach (var defined in definitions)
        {
            _page.Heading(3, $"Definition {MarkdownText.Escape(defined.Name)}");
            _page.Paragraph($"{MarkdownText.Code(defined.Name)} is met where {outline.Say(defined.Body)}{(ConditionOutline.IsOneLine(defined.Body) ? "." : "")}");
            outline.List(defined.Body, 0);
        }
    }

    private void WriteParameters()
    {
        if (!set.Parameters.IsEmpty)
        {
            _page.Heading(2, "Parameters");
        }

        _page.Table(
            ["Parameter", "Is", "Value", "Days", "Text"],
            set.Parameters.SelectMany(parameter => parameter.Values.Select(value => new[]
            {
                MarkdownText.Code(parameter.Name),
                MarkdownText.Escape(parameter.Meaning),
                MarkdownText.Escape(AsWritten(value.Node)),
                FindingText.Period(value.Period),
                string.Join(": ", new[] { value.Citation, value.Note }.OfType<string>().Select(MarkdownText.Escape)),
            })));
    }

    private void WriteSources()
    {
        _page.Heading(2, "Sources");
        _page.Table(
            ["Source", "Text", "Of", "Read", "Checked", "Confidence", "Note"],
            set.Sources.Select(source => new[]
            {
                MarkdownText.Code(source.Id),
                MarkdownText.Address(source.Title, source.Url),
                source.Date is { } date ? IsoDate.Format(date) : "",
                Words.Of(source.Read),
                source.Checked is { } day ? IsoDate.Format(day) : "",
                Words.Of(source.Confidence),
                MarkdownText.Escape(source.Note ?? ""),
            }));
        _page.Paragraph("*Read* says how the text was read: official (the authority's own page), publisher (a publisher's copy), secondary (somebody's account) or recollection (from memory).");
    }

    private void WriteProvisions()
    {
        var left = TextCoverage.Of(set).Provisions.Where(provision => provision.Rule is null).ToList();
        if (left.Count > 0)
        {
            _page.Heading(2, "Provisions without a rule");
        }

        _page.Table(
            ["Text", "Says", "Why"],
            left.Select(provision => new[]
            {
                MarkdownText.Escape(provision.Citation.ToString()),
                MarkdownText.Escape(provision.Says),
                (provision.Status == ProvisionStatus.Person ? "A person has to judge: " : "") + MarkdownText.Escape(provision.Why ?? ""),
            }));
    }

    private static string AsWritten(Node node) => node switch
    {
        ScalarNode scalar => scalar.Value,
        SequenceNode sequence => string.Join(", ", sequence.Items.Select(AsWritten)),
        _ => "",
    };
}
