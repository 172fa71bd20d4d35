using System.Collections.Immutable;
using PolicyCheck.Loading;
using PolicyCheck.Reading;

namespace PolicyCheck.Symbols;

/// <summary>The names in an author's files: what declares them and what uses them.</summary>
public sealed class SymbolTable
{
    private readonly ILookup<Symbol, Mention> _bySymbol;
    private readonly ILookup<string, Mention> _byPath;

    private SymbolTable(ImmutableArray<Mention> mentions)
    {
        Mentions = mentions;
        _bySymbol = mentions.ToLookup(mention => mention.Symbol);
        _byPath = mentions.ToLookup(mention => mention.Location.Path, StringComparer.Ordinal);
    }

    /// <summary>Every place where something is named.</summary>
    public ImmutableArray<Mention> Mentions { get; }

    /// <summary>Collects the names of documents; what a document says wrongly is left out and never an exception.</summary>
    /// <param name="documents">The documents, each with the file that holds it.</param>
    public static SymbolTable Of(IEnumerable<(PolicyFile File, Node Document)> documents)
    {
        var all = documents.Select(pair => (pair.File, Document: pair.Document as MappingNode)).Where(pair => pair.Document is not null).Select(pair => (pair.File, Document: pair.Document ?? throw new InvalidOperationException("filtered above"))).ToList();
        var mentions = new MentionBag();
        foreach (var (file, document) in all)
        {
            if (file.IsRuleSet)
            {
                RuleSetSymbols.Collect(document, mentions);
            }
            else if (file.IsVocabulary)
            {
                FactSymbols.Declare(document["facts"], mentions);
            }
        }

        var declared = mentions.ToImmutable().Where(mention => mention.IsDeclaration).Select(mention => mention.Symbol).ToImmutableHashSet();
        var known = declared.Where(symbol => symbol.Kind == SymbolKind.Fact).Select(symbol => symbol.Name).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var (file, document) in all)
        {
            if (file.IsManifest)
            {
                ManifestSymbols.Collect(document, known, mentions);
            }
            else if (file.IsWaivers)
            {
                WaiverSymbols.Collect(document, mentions);
            }
            else if (file.IsTest)
            {
                new TestSymbols(declared, known, mentions).Collect(document);
            }
        }

        return new(mentions.ToImmutable());
    }

    /// <summary>What is named at a place, or null.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="offset">The offset in its text; the end of a name belongs to it.</param>
    public Mention? At(string path, int offset) => _byPath[path].FirstOrDefault(mention => mention.Location.Span.Start <= offset && offset <= mention.Location.Span.End);

    /// <summary>Every place where something is named.</summary>
    /// <param name="symbol">What is named.</param>
    public IEnumerable<Mention> Of(Symbol symbol) => _bySymbol[symbol];

    /// <summary>Where a name is given, or null where no file does.</summary>
    /// <param name="symbol">What is named.</param>
    public Mention? Declaration(Symbol symbol) => _bySymbol[symbol].FirstOrDefault(mention => mention.IsDeclaration);

    /// <summary>The names of a kind that are given, in ordinal order.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="owner">What owns them; any where null.</param>
    public IEnumerable<Symbol> Declared(SymbolKind kind, string? owner = null) => Mentions
        .Where(mention => mention.IsDeclaration && mention.Symbol.Kind == kind && (owner is null || mention.Symbol.Owner == owner))
        .Select(mention => mention.Symbol)
        .Distinct()
        .OrderBy(symbol => symbol.Owner, StringComparer.Ordinal)
        .ThenBy(symbol => symbol.Name, StringComparer.Ordinal);
}
