using System.Collections.Immutable;
using PolicyCheck.Explanation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reference;

/// <summary>The page that explains the facts, with the rules that read each.</summary>
internal sealed class FactsPage(Vocabulary vocabulary, ImmutableArray<RuleSet> sets, FactLinks facts)
{
    private readonly MarkdownPage _page = new();
    private readonly ILookup<string, Rule> _readers = sets
        .SelectMany(set => set.Rules)
        .SelectMany(rule => ConditionParts.Facts(rule).Select(fact => (fact.Path, Rule: rule)))
        .ToLookup(pair => pair.Path, pair => pair.Rule, StringComparer.Ordinal);

    /// <summary>The heading of the facts whose paths begin alike.</summary>
    public static string SectionTitle(string section) => $"Facts of {section}";

    /// <summary>The page as Markdown.</summary>
    public string Write()
    {
        _page.Paragraph("[All rule sets](README.md)");
        _page.Heading(1, "Facts");
        _page.Paragraph($"What a manifest can state and a rule can read: {vocabulary.Facts.Length} facts. What a manifest doesn't state is unknown, never false.");
        foreach (var (section, declared) in facts.Sections)
        {
            _page.Heading(2, SectionTitle(section));
            foreach (var fact in declared)
            {
                Write(fact);
            }
        }

        return _page.ToString();
    }

    private void Write(FactDeclaration fact)
    {
        _page.Heading(3, fact.Path);
        _page.Paragraph(MarkdownText.Sentence(fact.Meaning));
        _page.Item(0, $"Type: {Type(fact)}; stated {(fact.IsOfUse ? "in each use" : "once, beside the uses")}");
        _page.Item(0, $"Question: {MarkdownText.Escape(fact.Question)} (ask: {MarkdownText.Escape(fact.AskWho)})");
        if (fact.ChangeBy != ChangeBy.Nothing)
        {
            _page.Item(0, $"Can be changed: {(fact.ChangeBy == ChangeBy.Setting ? "by a setting" : "by a document, a test or an approval to get")}");
        }

        var readers = _readers[fact.Path].Select(rule => MarkdownText.Link(rule.QualifiedId, $"rule-sets/{rule.RuleSetId}.md#rule-{rule.Id}")).ToList();
        _page.Item(0, $"Read by: {(readers.Count == 0 ? "no rule" : string.Join(", ", readers))}");
        _page.Table(["Value", "Means"], fact.Values.Select(value => new[] { MarkdownText.Code(value.Value), MarkdownText.Escape(value.Meaning) }));
        _page.Table(
            ["Field", "Type", "Means"],
            fact.Fields.Select(field => new[]
            {
                MarkdownText.Code(field.Path),
                Type(field),
                MarkdownText.Escape(field.Meaning) + (field.Values.IsEmpty ? "" : $" Values: {string.Join("; ", field.Values.Select(Value))}."),
            }));
    }

    private static string Value(DeclaredValue value) =>
        MarkdownText.Code(value.Value) + (value.Meaning.Length > 0 ? $" ({MarkdownText.Escape(value.Meaning)})" : "");

    private static string Type(FactDeclaration fact)
    {
        var type = fact.Type.ToString().ToLowerInvariant();
        return fact.Unit.Length > 0 ? $"{type} ({MarkdownText.Escape(fact.Unit)})" : type;
    }
}
