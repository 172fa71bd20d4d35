using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Sarif;

/// <summary>Explains a rule to somebody who meets it for the first time.</summary>
internal sealed class RuleHelp(Report report)
{
    private readonly ConditionText _conditions = new(report.AsOf);

    /// <summary>What it demands, in one sentence.</summary>
    public string Demand(Rule rule) => $"{Lead(rule)} {_conditions.Phrase(rule.Demand)}";

    /// <summary>The explanation as plain text, a paragraph a line.</summary>
    public string Text(RuleSet set, Rule rule) => string.Join('\n',
    [
        Plain.Sentence(rule.Title),
        Plain.Sentence(Demand(rule)),
        .. rule.Exceptions.Select(exception => Plain.Sentence($"unless {exception.Title} ({FindingText.Citation(set, exception.Citation)}): {_conditions.Phrase(exception.When)}")),
        .. Definitions(rule).Select(defined => Plain.Sentence(Definition(defined))),
        .. Facts(set, rule).Select(fact => $"{fact.Label}: {Plain.Sentence(fact.Text)}"),
        Report.Notice,
    ]);

    /// <summary>The explanation as Markdown.</summary>
    public string Markdown(RuleSet set, Rule rule)
    {
        var text = new StringBuilder().Append("**").Append(MarkdownText.Sentence(rule.Title)).Append("**\n\n");
        Append(text, Lead(rule), rule.Demand);
        foreach (var exception in rule.Exceptions)
        {
            Append(text, $"Unless {exception.Title} ({FindingText.Citation(set, exception.Citation)}):", exception.When);
        }

        foreach (var defined in Definitions(rule))
        {
            text.Append("- ").Append(MarkdownText.Escape(Definition(defined))).Append('\n');
        }

        var source = set.FindSource(rule.Citation.SourceId);
        foreach (var (label, content) in Facts(set, rule))
        {
            text.Append("- ").Append(label).Append(": ").Append(label == "Text" && source is not null
                ? $"{MarkdownText.Address(source.Title, source.Url)}{(rule.Citation.Locator.Length > 0 ? $", {MarkdownText.Escape(rule.Citation.Locator)}" : "")}"
                : MarkdownText.Sentence(content)).Append('\n');
        }

        return text.Append("\n*").Append(Report.Notice).Append('*').ToString();
    }

    private static IEnumerable<Defined> Definitions(Rule rule) => rule.Conditions.SelectMany(Definitions).DistinctBy(defined => defined.Name);

    private static IEnumerable<Defined> Definitions(Condition condition) =>
        condition.Children().SelectMany(Definitions).Prepend(condition as Defined).OfType<Defined>();

    private string Definition(Defined defined) => $"the definition {defined.Name} is met where {_conditions.Phrase(defined.Body)}";

    private string Lead(Rule rule)
    {
        var where = rule.When is { } when ? $"where {_conditions.Phrase(when)}, it is " : "";
        return rule.Kind switch
        {
            RuleKind.Prohibition => $"{where}prohibited where",
            RuleKind.Requirement => $"{(where.Length > 0 ? where : "it is ")}required that",
            _ => $"{(where.Length > 0 ? where : "it is ")}permitted that",
        };
    }

    private void Append(StringBuilder text, string lead, Condition condition)
    {
        var parts = condition is AllOf { Parts.Length: > 1 } all ? all.Parts : [];
        if (parts.IsEmpty)
        {
            text.Append(MarkdownText.Sentence($"{lead} {_conditions.Phrase(condition)}")).Append("\n\n");
            return;
        }

        text.Append(MarkdownText.Escape(char.ToUpperInvariant(lead[0]) + lead[1..].TrimEnd(':'))).Append(" all of this is so:\n\n");
        foreach (var part in parts)
        {
            text.Append("- ").Append(MarkdownText.Escape(_conditions.Phrase(part))).Append('\n');
        }

        text.Append('\n');
    }

    private IEnumerable<(string Label, string Text)> Facts(RuleSet set, Rule rule)
    {
        yield return ("Text", FindingText.Citation(set, rule.Citation));
        yield return ("Standing", $"{Words.Of(set.Standing).Replace('-', ' ')} of {set.Authority}{(set.IsAdvisory ? "; advisory: it doesn't decide the verdict" : "")}");
        yield return ("Binds in", FindingText.Listed([.. set.Jurisdictions.Select(report.Vocabulary.NameOf)]));
        yield return ("In force", FindingText.Listed([.. (rule.InForce.IsEmpty ? set.InForce : rule.InForce).Select(period => FindingText.Period(period.Period))]));
        if (Doubts.About(set, rule, report.AsOf) is { } doubt)
        {
            yield return ("Doubt", doubt);
        }

        if (rule.Kind != RuleKind.Permission)
        {
            yield return ("Cure", rule.Remedy);
        }

        yield return ("Severity", Words.Of(rule.Severity));
        if (set.FindSource(rule.Citation.SourceId) is { } source)
        {
            yield return ("Read", $"{Words.Of(source.Read)}{(source.Checked is { } day ? $", checked on {IsoDate.Format(day)}" : "")}; confidence {Words.Of(rule.Confidence)}");
        }

        if (rule.Note is { } note)
        {
            yield return ("Note", note);
        }
    }
}
