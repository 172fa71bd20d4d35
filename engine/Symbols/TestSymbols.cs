using PolicyCheck.Reading;

namespace PolicyCheck.Symbols;

/// <summary>What a file of tests names: rule sets, rules, exceptions, facts and parameters.</summary>
/// <param name="declared">What the other files declare.</param>
/// <param name="known">The paths of all facts.</param>
/// <param name="mentions">Where names go.</param>
internal sealed class TestSymbols(IReadOnlySet<Symbol> declared, IReadOnlySet<string> known, MentionBag mentions)
{
    private const string By = " by ";

    private List<string> _sets = [];

    /// <summary>Collects the names of one document.</summary>
    /// <param name="document">The document.</param>
    public void Collect(MappingNode document)
    {
        var tested = Scalars(document["tests"]).ToList();
        _sets = [.. tested.Select(set => set.Value)];
        tested.ForEach(set => mentions.Use(Symbol.RuleSet(set.Value), set));
        foreach (var (_, manifest) in (document["manifests"] as MappingNode)?.Entries ?? [])
        {
            FactSymbols.Use(manifest, "", known, mentions);
        }

        foreach (var one in (document["cases"] as SequenceNode)?.Items.OfType<MappingNode>() ?? [])
        {
            FactSymbols.Use(one["manifest"], "", known, mentions);
            FactSymbols.Use(one["change"], "", known, mentions);
            foreach (var (rule, expected) in (one["expect"] as MappingNode)?.Entries ?? [])
            {
                Expectation(rule, expected);
            }

            Table(one);
        }
    }

    private void Table(MappingNode table)
    {
        var columns = Scalars(table["columns"]).ToList();
        foreach (var column in columns)
        {
            if (known.Contains(column.Value))
            {
                mentions.Use(Symbol.Fact(column.Value), column);
            }
            else if (column.Value is not "asOf")
            {
                Rule(column);
            }
        }

        foreach (var (column, cell) in (table["rows"] as SequenceNode)?.Items.OfType<SequenceNode>().SelectMany(row => columns.Zip(row.Items)) ?? [])
        {
            if (!known.Contains(column.Value))
            {
                Outcome(Named(column), cell);
            }
        }
    }

    private void Expectation(ScalarNode rule, Node expected)
    {
        Rule(rule);
        Outcome(Named(rule), expected);
    }

    private void Rule(ScalarNode name)
    {
        if (name.Value is not "verdict")
        {
            mentions.UseRule(name, 0, Named(name).Owner);
        }
    }

    private void Outcome(Symbol rule, Node expected)
    {
        switch (expected)
        {
            case ScalarNode outcome when outcome.Value.IndexOf(By, StringComparison.Ordinal) is >= 0 and var at:
                Relief(rule, outcome, at + By.Length);
                break;
            case MappingNode mapping:
                if (mapping["by"] is ScalarNode by)
                {
                    Relief(rule, by, 0);
                }

                foreach (var missing in Scalars(mapping["missing"]))
                {
                    if (missing.Value is ['$', .. var parameter])
                    {
                        mentions.UseWithin(new(SymbolKind.Parameter, rule.Owner, parameter), missing, 1);
                    }
                    else
                    {
                        mentions.Use(Symbol.Fact(missing.Value), missing);
                    }
                }

                break;
        }
    }

    private void Relief(Symbol rule, ScalarNode name, int start)
    {
        if (name.Value.IndexOf('/', start) >= 0)
        {
            mentions.UseRule(name, start, rule.Owner);
        }
        else
        {
            mentions.UseWithin(new(SymbolKind.Exception, $"{rule.Owner}/{rule.Name}", name.Value[start..].Trim()), name, start);
        }
    }

    // Of several rule sets under test, the first that has the rule is meant.
    private Symbol Named(ScalarNode rule) => rule.Value.Split('/') is [var set, var id]
        ? Symbol.Rule(set, id)
        : Symbol.Rule(_sets.Find(candidate => declared.Contains(Symbol.Rule(candidate, rule.Value))) ?? _sets.FirstOrDefault() ?? "", rule.Value);

    private static IEnumerable<ScalarNode> Scalars(Node? node) => (node is SequenceNode list ? list.Items : node is null ? [] : [node]).OfType<ScalarNode>();
}
