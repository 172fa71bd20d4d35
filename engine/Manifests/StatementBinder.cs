using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Manifests;

/// <summary>Reads the facts that a mapping states, nested or with dots, plain or with their basis.</summary>
internal sealed class StatementBinder(Vocabulary vocabulary, DiagnosticBag diagnostics)
{
    internal static ImmutableArray<string> BasisKeys { get; } = ["value", "basis", "source", "on"];
    internal static ImmutableArray<string> Bases => OperatorWords.Bases;

    private readonly ValueBinder _values = new(vocabulary, groupsAllowed: false, diagnostics);

    public ImmutableArray<StatedFact> Bind(MappingNode mapping, ImmutableArray<string> ownKeys, StatementScope scope)
    {
        var facts = ImmutableArray.CreateBuilder<StatedFact>();
        var stated = new ScalarNode?[vocabulary.Facts.Length];
        Descend(mapping, scope == StatementScope.Use ? "use." : "", ownKeys);
        return facts.ToImmutable();

        void Descend(MappingNode level, string prefix, ImmutableArray<string> skipped)
        {
            foreach (var entry in level.Entries)
            {
                var (key, value) = (entry.Key, entry.Value);
                if (skipped.Contains(key.Value))
                {
                    continue;
                }

                var path = prefix + key.Value;
                if (vocabulary.Find(path) is { } fact && Belongs(fact, scope))
                {
                    if (stated[fact.Slot] is { } other)
                    {
                        diagnostics.Error(FactsCodes.StatedTwice, key.Location, $"`{path}` is stated twice", $"keep one of both; the other is in line {other.Location.Start.Line}");
                        continue;
                    }

                    stated[fact.Slot] = key;
                    if (Statement(fact, key, value) is { } statement)
                    {
                        facts.Add(statement);
                    }
                }
                else if (vocabulary.IsSection(path) && value is MappingNode section)
                {
                    Descend(section, path + ".", []);
                }
                else if (value is not ScalarNode { IsNull: true } || !vocabulary.IsSection(path))
                {
                    Unknown(key, path, scope, ownKeys);
                }
            }
        }
    }

    private StatedFact? Statement(FactDeclaration fact, ScalarNode key, Node node)
    {
        if (node is ScalarNode { IsNull: true })
        {
            return null;
        }

        if (node is not MappingNode mapping)
        {
            return _values.Bind(node, fact) is { } plain ? new(fact, plain, Basis.Claimed, null, null, key.Location) : null;
        }

        var binder = new MappingBinder(mapping, $"the statement of {fact.Path}", BasisKeys, diagnostics);
        var basis = binder.OptionalWord("basis", Bases);
        var value = binder.Require("value", "true");
        return value is not null && _values.Bind(value, fact) is { } bound
            ? new(fact, bound, basis is null ? Basis.Claimed : (Basis)Bases.IndexOf(basis), binder.Scalar("source")?.Value, binder.Date("on"), key.Location)
            : null;
    }

    private static bool Belongs(FactDeclaration fact, StatementScope scope) => scope == StatementScope.Case || fact.IsOfUse == (scope == StatementScope.Use);

    private void Unknown(ScalarNode key, string path, StatementScope scope, ImmutableArray<string> ownKeys)
    {
        var ofUse = scope == StatementScope.Use;
        var outside = ofUse ? key.Value : $"use.{path}";
        if (vocabulary.IsSection(path) && (path != "use" || scope == StatementScope.Case))
        {
            var example = vocabulary.Facts.First(fact => fact.Path.StartsWith(path + ".", StringComparison.Ordinal)).Path[(path.Length + 1)..];
            diagnostics.Error(BindingCodes.WrongShape, key.Location, $"`{key.Value}` is not a fact but a group of facts", $"write the facts below it, indented, such as `{example}: ...`");
            return;
        }

        if (vocabulary.Find(path) is not null || vocabulary.Find(outside) is not null || vocabulary.IsSection(outside))
        {
            diagnostics.Error(
                ManifestCodes.MisplacedFact,
                key.Location,
                ofUse ? $"`{key.Value}` is a fact of the whole deployment" : $"`{path}` is a fact of a use",
                ofUse ? "state it beside `uses`" : scope == StatementScope.Case ? $"write `{outside}`" : "state it in each of the `uses` that it holds for, without `use.`");
            return;
        }

        var prefix = ofUse ? "use." : "";
        var candidates = vocabulary.Facts.Where(fact => Belongs(fact, scope)).Select(fact => fact.Path)
            .Concat(vocabulary.Facts.Where(fact => Belongs(fact, scope)).Select(fact => fact.Path[..Math.Max(0, fact.Path.LastIndexOf('.'))]))
            .Concat(path == prefix + key.Value ? ownKeys : [])
            .Select(candidate => candidate.StartsWith(prefix, StringComparison.Ordinal) ? candidate[prefix.Length..] : candidate)
            .Where(candidate => candidate.Length > 0)
            .Distinct(StringComparer.Ordinal);
        diagnostics.Error(
            FactsCodes.UnknownFact,
            key.Location,
            $"`{path[prefix.Length..]}` is not a fact of the vocabulary",
            Spelling.DidYouMean(path[prefix.Length..], candidates, "see `policycheck list facts` for all facts, or declare it in a vocabulary"));
    }
}
