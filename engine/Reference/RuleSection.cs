using PolicyCheck.Conditions;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reference;

/// <summary>Writes one rule: what it says, made from its conditions, and what stands behind it.</summary>
internal sealed class RuleSection(MarkdownPage page, ConditionOutline outline, FactLinks facts, RuleSet set, Func<string, string, string> linkToRule)
{
    /// <summary>A rule.</summary>
    public void Write(Rule rule)
    {
        page.Heading(3, $"Rule {rule.Id}");
        page.Paragraph(MarkdownText.Sentence(rule.Title));
        WriteText(rule);
        WriteExceptions(rule);
        page.Item(0, $"Text: {Citation(rule.Citation)}");
        foreach (var period in rule.InForce)
        {
            page.Item(0, $"This rule applies {Period(period)}");
        }

        foreach (var period in rule.Unresolved)
        {
            page.Item(0, $"**Unsettled** whether it binds {FindingText.Period(period.Period)}: {MarkdownText.Sentence(period.Reason)}");
        }

        if (rule.Kind != RuleKind.Permission)
        {
            page.Item(0, $"Cure: {MarkdownText.Sentence(rule.Remedy)}");
        }

        if (rule.Waivable is { } waivable)
        {
            page.Item(0, $"May be waived {MarkdownText.Escape(WaivabilityText.Phrase(waivable))} ({Citation(waivable.Citation)})");
        }

        page.Item(0, $"Severity: {Words.Of(rule.Severity)}");
        page.Item(0, $"Confidence: {Words.Of(rule.Confidence)}");
        if (set.FindSource(rule.Citation.SourceId) is { Read: ReadFrom.Recollection })
        {
            page.Item(0, "**Doubt:** nobody has read the text; the rule is written from memory, and what it finds failing counts as an open question.");
        }

        if (rule.Note is { } note)
        {
            page.Item(0, $"Note: {MarkdownText.Sentence(note)}");
        }

        page.Item(0, $"Facts read: {FindingText.Listed([.. ConditionParts.Facts(rule).Select(fact => facts.Link(fact.Path, "../"))])}");
        var values = ConditionParts.Values(rule);
        page.Paragraph(values.Count == 0 ? "" : "The values named here mean:");
        foreach (var (fact, value) in values)
        {
            page.Item(0, $"{MarkdownText.Code(value.Value)} ({MarkdownText.Code(fact.Path)}): {MarkdownText.Escape(value.Meaning)}");
        }
    }

    private void WriteText(Rule rule)
    {
        var demand = rule.Demand;
        if (rule is { When: null, Kind: RuleKind.Prohibition })
        {
            Sentence("**Prohibited** where ", demand);
        }
        else if (rule.When is not { } when)
        {
            Sentence($"It is {Deontic(rule)} that ", demand);
        }
        else if (ConditionOutline.IsOneLine(when))
        {
            Sentence($"Where {outline.Say(when)}, it is {Deontic(rule)} that ", demand);
        }
        else
        {
            Sentence("Where ", when);
            Sentence($"it is {Deontic(rule)} that ", demand);
        }
    }

    private void Sentence(string lead, Condition condition)
    {
        page.Paragraph($"{lead}{outline.Say(condition)}{(ConditionOutline.IsOneLine(condition) ? "." : "")}");
        outline.List(condition, 0);
    }

    private string Deontic(Rule rule) => rule.Kind switch
    {
        RuleKind.Prohibition => "**prohibited**",
        RuleKind.Requirement => "**required**",
        _ => $"**permitted**, in spite of {FindingText.Listed([.. rule.Overrides.Select(reference => linkToRule(reference.RuleSetId, reference.RuleId))])},",
    };

    private void WriteExceptions(Rule rule)
    {
        if (rule.Exceptions.IsEmpty)
        {
            page.Paragraph(rule.Kind == RuleKind.Permission ? "" : "No exception.");
            return;
        }

        page.Paragraph(rule.Exceptions.Length == 1 ? "**Unless** this exception applies:" : "**Unless** one of these exceptions applies:");
        foreach (var exception in rule.Exceptions)
        {
            var one = ConditionOutline.IsOneLine(exception.When);
            page.Item(0, $"**{exception.Id}**: {MarkdownText.Sentence(exception.Title)} ({Citation(exception.Citation)}) It applies where {outline.Say(exception.When)}{(one ? "." : "")}");
            outline.List(exception.When, 1);
            foreach (var period in exception.InForce)
            {
                page.Item(1, $"only {Period(period)}");
            }
        }

        page.Paragraph("About this rule:");
    }

    private static string Citation(Citation citation) =>
        $"{MarkdownText.Link(MarkdownText.Code(citation.SourceId), "#sources")}{(citation.Locator.Length > 0 ? $", {MarkdownText.Escape(citation.Locator)}" : "")}";

    /// <summary>The days of a period, with its note.</summary>
    public static string Period(InForcePeriod period) =>
        FindingText.Period(period.Period) + (period.Note is { } note ? $": {MarkdownText.Sentence(note)}" : ".");
}
