using System.Collections.Immutable;
using PolicyCheck.Cli.LanguageServer.Protocol;
using PolicyCheck.Loading;
using PolicyCheck.RuleSets;
using PolicyCheck.Symbols;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>What an author can write at a place, as far as the JSON Schema can't know it: names that the files give themselves.</summary>
internal static class Completions
{
    private const int Reference = 18;

    /// <summary>What can be written.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="text">The text.</param>
    /// <param name="position">Where the cursor stands.</param>
    public static ImmutableArray<CompletionItem> At(Analysis analysis, SourceText text, Position position)
    {
        var offset = text.OffsetOf(position.InText);
        var cursor = Cursor.At(text, offset);
        var file = new PolicyFile(text.Path, default);
        var names = file.IsRuleSet ? InRules(analysis, RuleSetOf(analysis, text.Path), cursor) : file.IsTest ? InTest(analysis, text, cursor) : [];
        var stretch = Stretch.Of(new(text, new(cursor.Start, offset)));
        return [.. names.DistinctBy(name => name.Text).Select(name => new CompletionItem(name.Text, Reference, name.Detail, null, new(stretch, name.Text)))];
    }

    private static IEnumerable<Name> InRules(Analysis analysis, string set, Cursor cursor) => cursor switch
    {
        { Word: ['$', ..] } => Named(analysis, SymbolKind.Parameter, set, "$"),
        { Key: "is", Above: var above } when above is null || analysis.Library.Vocabulary.Find(above) is null => Named(analysis, SymbolKind.Definition, set),
        { Key: "overrides" } => [.. Named(analysis, SymbolKind.Rule, set), .. Qualified(analysis)],
        { Key: "citation" } => Named(analysis, SymbolKind.Source, set),
        _ => [],
    };

    private static IEnumerable<Name> InTest(Analysis analysis, SourceText text, Cursor cursor)
    {
        var sets = TestedBy(analysis, text);
        return cursor switch
        {
            { Key: "tests" } => Named(analysis, SymbolKind.RuleSet, ""),
            { Key: "missing" } => Facts(analysis),
            { Key: "columns" } => [new("asOf", "the day"), new("verdict", "the verdict"), .. sets.SelectMany(set => Named(analysis, SymbolKind.Rule, set)), .. Facts(analysis)],
            { Key: null, Above: "expect" } => [new("verdict", "the verdict"), .. sets.SelectMany(set => Named(analysis, SymbolKind.Rule, set))],
            { Key: "by", Above: { } rule } => sets.SelectMany(set => Named(analysis, SymbolKind.Exception, $"{set}/{rule}")),
            { Key: null, Above: "change" } => Facts(analysis),
            _ => [],
        };
    }

    private static IEnumerable<Name> Named(Analysis analysis, SymbolKind kind, string owner, string before = "") =>
        analysis.Symbols.Declared(kind, owner).Select(symbol => new Name(before + symbol.Name, Detail(analysis, symbol)));

    private static IEnumerable<Name> Qualified(Analysis analysis) =>
        analysis.Library.RuleSets.SelectMany(set => set.Rules.Where(rule => rule.Kind != RuleKind.Permission).Select(rule => new Name(rule.QualifiedId, rule.Title)));

    private static IEnumerable<Name> Facts(Analysis analysis) => analysis.Library.Vocabulary.Facts.Select(fact => new Name(fact.Path, fact.Meaning));

    private static string? Detail(Analysis analysis, Symbol symbol) => symbol.Kind switch
    {
        SymbolKind.Rule => analysis.Library.Find(symbol.Owner)?.Rules.FirstOrDefault(rule => rule.Id == symbol.Name)?.Title,
        SymbolKind.RuleSet => analysis.Library.Find(symbol.Name)?.Title,
        SymbolKind.Source => analysis.Library.Find(symbol.Owner)?.FindSource(symbol.Name)?.Title,
        SymbolKind.Parameter => analysis.Library.Find(symbol.Owner)?.Parameters.FirstOrDefault(parameter => parameter.Name == symbol.Name)?.Meaning,
        _ => null,
    };

    private static string RuleSetOf(Analysis analysis, string path) =>
        analysis.Symbols.Declared(SymbolKind.RuleSet).FirstOrDefault(set => analysis.Symbols.Declaration(set)?.Location.Path == path)?.Name ?? new PolicyFile(path, default).Stem;

    private static List<string> TestedBy(Analysis analysis, SourceText text)
    {
        var named = analysis.Symbols.Mentions.Where(mention => mention.Location.Path == text.Path && mention.Symbol.Kind == SymbolKind.RuleSet).Select(mention => mention.Symbol.Name).Distinct(StringComparer.Ordinal).ToList();
        return named.Count > 0 ? named : [new PolicyFile(text.Path, default).Stem];
    }

    private sealed record Name(string Text, string? Detail);
}
