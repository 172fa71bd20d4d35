using System.Collections.Immutable;
using PolicyCheck.Reading;

namespace PolicyCheck.Symbols;

/// <summary>What a rule set declares and names.</summary>
internal static class RuleSetSymbols
{
    /// <summary>Collects the names of one document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mentions">Where they go.</param>
    public static void Collect(MappingNode document, MentionBag mentions)
    {
        if (document["ruleSet"] is not ScalarNode id)
        {
            return;
        }

        var set = id.Value;
        var conditions = new ConditionSymbols(set, mentions);
        mentions.Declare(Symbol.RuleSet(set), id);
        FactSymbols.Declare(document["facts"], mentions);
        foreach (var (name, _) in Entries(document["parameters"]))
        {
            mentions.Declare(new(SymbolKind.Parameter, set, name.Value), name);
        }

        foreach (var source in Items(document["sources"]))
        {
            Named(source, SymbolKind.Source, set);
        }

        foreach (var (name, body) in Entries(document["definitions"]))
        {
            mentions.Declare(new(SymbolKind.Definition, set, name.Value), name);
            conditions.Collect(body);
        }

        foreach (var dated in Entries(document["parameters"]).SelectMany(parameter => Items((parameter.Value as MappingNode)?["values"])))
        {
            Cite(dated);
        }

        foreach (var reach in Items(document["alsoBinds"]))
        {
            Cite(reach);
            conditions.Collect(reach["when"]);
        }

        foreach (var cited in Items(document["preempts"]).Concat(Items(document["notEncoded"])))
        {
            Cite(cited);
        }

        CiteWaivable(document);
        foreach (var rule in Items(document["rules"]))
        {
            Rule(rule);
        }

        void Rule(MappingNode rule)
        {
            Named(rule, SymbolKind.Rule, set);
            Cite(rule);
            CiteWaivable(rule);
            foreach (var key in (string[])["when", "prohibits", "requires", "permits"])
            {
                conditions.Collect(rule[key]);
            }

            foreach (var exception in Items(rule["unless"]))
            {
                Named(exception, SymbolKind.Exception, rule["id"] is ScalarNode name ? $"{set}/{name.Value}" : set);
                Cite(exception);
                conditions.Collect(exception["when"]);
            }

            foreach (var overridden in (rule["overrides"] as SequenceNode)?.Items.OfType<ScalarNode>() ?? [])
            {
                mentions.UseRule(overridden, 0, set);
            }
        }

        void Named(MappingNode mapping, SymbolKind kind, string owner)
        {
            if (mapping["id"] is ScalarNode name)
            {
                mentions.Declare(new(kind, owner, name.Value), name);
            }
        }

        void CiteWaivable(MappingNode owner)
        {
            if (owner["waivable"] is MappingNode waivable)
            {
                Cite(waivable);
            }
        }

        void Cite(MappingNode mapping)
        {
            if (mapping["citation"] is ScalarNode citation)
            {
                mentions.UseWithin(new(SymbolKind.Source, set, citation.Value.Split(',')[0].Trim()), citation, 0);
            }
        }
    }

    private static ImmutableArray<MappingEntry> Entries(Node? node) => (node as MappingNode)?.Entries ?? [];

    private static IEnumerable<MappingNode> Items(Node? node) => (node as SequenceNode)?.Items.OfType<MappingNode>() ?? [];
}
