using PolicyCheck.Conditions;
using PolicyCheck.Reading;

namespace PolicyCheck.Symbols;

/// <summary>What the conditions of one rule set name.</summary>
/// <param name="set">The rule set.</param>
/// <param name="mentions">Where names go.</param>
internal sealed class ConditionSymbols(string set, MentionBag mentions)
{
    /// <summary>Notes what a condition names.</summary>
    /// <param name="condition">The condition.</param>
    public void Collect(Node? condition) => Collect(condition, records: null);

    private void Collect(Node? condition, string? records)
    {
        foreach (var (key, value) in (condition as MappingNode)?.Entries ?? [])
        {
            if (ConditionBinder.Connectives.Contains(key.Value))
            {
                mentions.Use(new(SymbolKind.Operator, "", key.Value), key);
                Connective(value, records);
            }
            else
            {
                mentions.Use(records is null ? Symbol.Fact(key.Value) : new(SymbolKind.Field, records, key.Value), key);
                Test(value, key.Value);
            }
        }
    }

    private void Connective(Node value, string? records)
    {
        if (value is ScalarNode { IsNull: false } definition)
        {
            mentions.Use(new(SymbolKind.Definition, set, definition.Value), definition);
            return;
        }

        foreach (var part in value is SequenceNode parts ? parts.Items : [value])
        {
            Collect(part, records);
        }
    }

    private void Test(Node value, string fact)
    {
        if (value is not MappingNode operators)
        {
            Operands(value);
            return;
        }

        foreach (var (word, operand) in operators.Entries)
        {
            mentions.Use(new(SymbolKind.Operator, "", word.Value), word);
            if (word.Value is "where" or "each" or "some")
            {
                Collect(operand, fact);
            }
            else
            {
                Test(operand, fact);
            }
        }
    }

    private void Operands(Node value)
    {
        if (value is ScalarNode { Value: ['$', .. var name] } parameter)
        {
            mentions.UseWithin(new(SymbolKind.Parameter, set, name), parameter, 1);
        }
    }
}
