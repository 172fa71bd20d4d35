using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyCheck.Facts;

namespace PolicyCheck.Schemas;

/// <summary>The facts of one level of a manifest, nested by their paths; editors offer them nested and accept them with dots.</summary>
internal sealed class SectionSchema
{
    private readonly StatementSchema _statements;
    private readonly List<(string Name, FactDeclaration Fact)> _facts;

    /// <summary>The facts of the whole deployment, or those of a use.</summary>
    /// <param name="vocabulary">The facts.</param>
    /// <param name="statements">The schemas of their statements.</param>
    /// <param name="ofUse">Whether those of a use are meant, which stand there without <c>use.</c>.</param>
    public SectionSchema(Vocabulary vocabulary, StatementSchema statements, bool ofUse)
        : this(statements, [.. vocabulary.Facts.Where(fact => fact.IsOfUse == ofUse).Select(fact => (ofUse ? fact.Path["use.".Length..] : fact.Path, fact))])
    {
    }

    private SectionSchema(StatementSchema statements, List<(string Name, FactDeclaration Fact)> facts) => (_statements, _facts) = (statements, facts);

    /// <summary>The keys of this level, in ordinal order of the paths.</summary>
    public IEnumerable<string> Names => _facts.Select(fact => fact.Name.Split('.')[0]).Distinct(StringComparer.Ordinal);

    /// <summary>The schema of one key: a statement, or a section.</summary>
    /// <param name="name">The key.</param>
    public JsonObject Property(string name)
    {
        if (_facts.Find(fact => fact.Name == name) is { Fact: { } fact })
        {
            return _statements.Ref(fact);
        }

        var below = new SectionSchema(_statements, [.. _facts.Where(fact => fact.Name.StartsWith(name + ".", StringComparison.Ordinal)).Select(fact => (fact.Name[(name.Length + 1)..], fact.Fact))]);
        return below.Section(name);
    }

    /// <summary>The facts that lie deeper, by patterns that match nothing but their dotted names.</summary>
    public JsonObject Dotted() => new(_facts
        .Where(fact => fact.Name.Contains('.', StringComparison.Ordinal))
        .Select(fact => KeyValuePair.Create<string, JsonNode?>($"^{Regex.Escape(fact.Name)}$", _statements.Ref(fact.Fact))));

    private JsonObject Section(string name)
    {
        var section = Shape.Closed(Names, Property);
        section["type"] = Shape.Strings(["object", "null"]);
        if (Dotted() is { Count: > 0 } dotted)
        {
            section["patternProperties"] = dotted;
        }

        return Shape.Described($"The facts of {name}: {string.Join(", ", Names)}.", section);
    }
}
