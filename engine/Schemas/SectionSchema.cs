using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;

namespace PolicyCheck.Schemas;

/// <summary>The facts of one level of a manifest, nested by their paths; editors offer them nested and accept them with dots.</summary>
internal sealed class SectionSchema
{
    private readonly Func<FactDeclaration, JsonObject> _statement;
    private readonly List<(string Name, FactDeclaration Fact)> _facts;

    /// <summary>The facts of the whole deployment, those of a use, or all.</summary>
    /// <param name="vocabulary">The facts.</param>
    /// <param name="statement">The schema of a fact's statement.</param>
    /// <param name="scope">Which are meant; those of a use alone stand there without <c>use.</c>.</param>
    public SectionSchema(Vocabulary vocabulary, Func<FactDeclaration, JsonObject> statement, StatementScope scope)
        : this(statement, [.. vocabulary.Facts
            .Where(fact => scope == StatementScope.Case || fact.IsOfUse == (scope == StatementScope.Use))
            .Select(fact => (scope == StatementScope.Use ? fact.Path["use.".Length..] : fact.Path, fact))])
    {
    }

    private SectionSchema(Func<FactDeclaration, JsonObject> statement, List<(string Name, FactDeclaration Fact)> facts) => (_statement, _facts) = (statement, facts);

    /// <summary>The keys of this level, in ordinal order of the paths.</summary>
    public IEnumerable<string> Names => _facts.Select(fact => fact.Name.Split('.')[0]).Distinct(StringComparer.Ordinal);

    /// <summary>The schema of one key: a statement, or a section.</summary>
    /// <param name="name">The key.</param>
    public JsonObject Property(string name)
    {
        if (_facts.Find(fact => fact.Name == name) is { Fact: { } fact })
        {
            return _statement(fact);
        }

        var below = new SectionSchema(_statement, [.. _facts.Where(fact => fact.Name.StartsWith(name + ".", StringComparison.Ordinal)).Select(fact => (fact.Name[(name.Length + 1)..], fact.Fact))]);
        return below.Section(name);
    }

    /// <summary>The facts that lie deeper, by patterns that match nothing but their dotted names.</summary>
    public JsonObject Dotted() => new(_facts
        .Where(fact => fact.Name.Contains('.', StringComparison.Ordinal))
        .Select(fact => KeyValuePair.Create<string, JsonNode?>($"^{Regex.Escape(fact.Name)}$", _statement(fact.Fact))));

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
