using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>Reads what follows from facts: <c>implications</c> of a vocabulary, and facts that are the same as another where nothing is stated.</summary>
internal sealed class ImplicationBinder(Vocabulary vocabulary, DiagnosticBag diagnostics)
{
    internal static ImmutableArray<string> Keys { get; } = ["title", "when", "then"];

    private readonly ValueBinder _values = new(vocabulary, groupsAllowed: false, diagnostics);

    public IEnumerable<Implication> Same() =>
        from fact in vocabulary.Facts
        where fact.SameAs.Length > 0
        let other = SameAs(fact)
        where other is not null
        select new Implication($"where nothing is stated it is the same as {other.Path}", other, [], fact, null, fact.Location);

    public Implication? Bind(Node node)
    {
        if (node is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, "an implication is a mapping", "write `title`, `when` and `then` below it");
            return null;
        }

        var binder = new MappingBinder(mapping, "an implication", Keys, diagnostics, emptyAllowed: false);
        var title = binder.RequireScalar("title", "a private body belongs to no level of government");
        binder.Require("when", "{deployer.publicBody: false}");
        binder.Require("then", "{deployer.level: none}");
        if (title is null || One(binder, "when") is not { } when || One(binder, "then") is not { } then)
        {
            return null;
        }

        ImmutableArray<Value> values = [.. (when.Node is SequenceNode list ? list.Items : [when.Node]).Select(item => _values.Bind(item, when.Fact)).OfType<Value>()];
        var value = _values.Bind(then.Node, then.Fact);
        return values.IsEmpty || value is null ? null : new(title.Value, when.Fact, values, then.Fact, value, title.Location);
    }

    private (FactDeclaration Fact, Node Node)? One(MappingBinder binder, string key)
    {
        if (binder.Mapping(key) is not { } mapping)
        {
            return null;
        }

        if (mapping.Entries is [var entry] && vocabulary.Find(entry.Key.Value) is { Type: FactType.Flag or FactType.Choice } fact)
        {
            return (fact, entry.Value);
        }

        diagnostics.Error(
            FactsCodes.BadDeclaration, mapping.Location, $"`{key}` doesn't give one flag or choice a value", Spelling.DidYouMean(mapping.Entries.IsEmpty ? "" : mapping.Entries[0].Key.Value, vocabulary.Facts.Select(known => known.Path), "name one declared fact and its value"));
        return null;
    }

    private FactDeclaration? SameAs(FactDeclaration fact)
    {
        if (vocabulary.Find(fact.SameAs) is { } other && other.Type == fact.Type && other.Path != fact.Path && other.SameAs.Length == 0 && (!other.IsOfUse || fact.IsOfUse))
        {
            return other;
        }

        diagnostics.Error(FactsCodes.BadDeclaration, fact.Location, $"`{fact.Path}` can't be the same as `{fact.SameAs}`", "name another fact of the same type that is itself stated");
        return null;
    }
}
