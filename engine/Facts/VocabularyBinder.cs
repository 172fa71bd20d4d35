using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Values;

namespace PolicyCheck.Facts;

/// <summary>Turns vocabulary documents into declarations.</summary>
public static class VocabularyBinder
{
    internal static ImmutableArray<string> Keys { get; } = [MappingBinder.SchemaKey, "vocabulary", "facts", "implications", "places"];

    /// <summary>Reads one vocabulary document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Where problems go.</param>
    /// <returns>What it declares, or null when it isn't a vocabulary at all.</returns>
    public static VocabularyPart? Bind(Node document, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (document is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, document.Location, "a vocabulary is a mapping", "begin with `vocabulary: name`");
            return null;
        }

        var root = new MappingBinder(mapping, "a vocabulary", Keys, diagnostics);
        var id = root.RequireIdentifier("vocabulary", "core");
        var facts = root.Mapping("facts") is { } declared ? FactBinder.BindAll(declared, diagnostics) : [];
        return new(id?.Value ?? "", facts, root.Mapping("places")) { Implications = root.Items("implications") };
    }

    /// <summary>Joins parts into one vocabulary; what is declared twice is reported.</summary>
    /// <param name="parts">The parts, those of rule sets included.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static Vocabulary Join(IEnumerable<VocabularyPart> parts, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var facts = new Dictionary<string, FactDeclaration>(StringComparer.Ordinal);
        var groups = new Dictionary<string, PlaceGroup>(StringComparer.Ordinal);
        var local = new Dictionary<Place, string>();
        var implications = new List<Node>();
        foreach (var part in parts)
        {
            implications.AddRange(part.Implications);
            foreach (var fact in part.Facts.Where(fact => !facts.TryAdd(fact.Path, fact)))
            {
                diagnostics.Error(
                    FactsCodes.BadDeclaration,
                    fact.Location,
                    $"the fact `{fact.Path}` is declared twice",
                    $"keep one of both; the other is in {facts[fact.Path].Location.Path}, line {facts[fact.Path].Location.Start.Line}");
            }

            foreach (var (key, node) in part.Places?.Entries ?? [])
            {
                PlaceBinder.Bind(key, node, groups, local, diagnostics);
            }
        }

        foreach (var fact in facts.Values.Where(fact => fact.Path.Split('.') is { Length: > 1 } segments
            && Enumerable.Range(1, segments.Length - 1).Any(length => facts.ContainsKey(string.Join('.', segments[..length])))))
        {
            diagnostics.Error(FactsCodes.BadDeclaration, fact.Location, $"the fact `{fact.Path}` lies below another fact", "choose a path that no other fact begins");
        }

        if (facts.GetValueOrDefault("places") is { Type: not FactType.Places } misdeclared)
        {
            diagnostics.Error(FactsCodes.BadDeclaration, misdeclared.Location, "the fact `places` is where a deployment is, and must be a set of places", "write `type: places`");
        }

        var vocabulary = new Vocabulary(facts.Values, groups.Values, local);
        var binder = new ImplicationBinder(vocabulary, diagnostics);
        return new(facts.Values, groups.Values, local) { Implications = [.. implications.Select(binder.Bind).OfType<Implication>(), .. binder.Same()] };
    }
}
