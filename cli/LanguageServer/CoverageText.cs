using System.Collections.Immutable;
using PolicyCheck.Coverage;
using PolicyCheck.Symbols;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Says what tests reach of a rule set, or of a rule, exception or definition in it.</summary>
internal static class CoverageText
{
    // A hover is a glance; `policycheck test --coverage` lists the rest.
    private const int MostListed = 5;

    // A small rule set is measured in less than a hover may take.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>The sentence on a name, or null where tests have nothing to reach there.</summary>
    /// <param name="tests">Runs tests.</param>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="symbol">The name.</param>
    public static string? Of(TestRuns tests, Analysis analysis, Symbol symbol)
    {
        if (symbol.Kind is not (SymbolKind.RuleSet or SymbolKind.Rule or SymbolKind.Exception or SymbolKind.Definition) || !analysis.Files.Any(file => file.Path == PathOf(analysis, symbol)))
        {
            return null;
        }

        var measured = tests.Coverage(analysis, SetOf(symbol));
        return measured is null ? "No test is about it."
            : !measured.IsCompletedSuccessfully && Task.WaitAny([measured], Patience) < 0 ? "Its tests are being run."
            : Sentence([.. measured.GetAwaiter().GetResult().Items.Where(item => Concerns(item, symbol))]);
    }

    private static string? Sentence(ImmutableArray<CoverageItem> items)
    {
        var open = items.Where(item => !item.IsReached).Select(item => $"no case {item.What}").ToList();
        return items.IsEmpty ? null
            : open.Count == 0 ? $"Tests reach all {items.Length}."
            : $"Tests reach {items.Length - open.Count} of {items.Length}: {string.Join("; ", open.Take(MostListed))}{(open.Count > MostListed ? $"; and {open.Count - MostListed} more" : "")}";
    }

    private static bool Concerns(CoverageItem item, Symbol symbol) => symbol.Kind switch
    {
        SymbolKind.Rule => item.RuleId == symbol.Name,
        SymbolKind.Exception => item.RuleId == symbol.Owner.Split('/')[^1] && item is { Kind: CoverageKind.Exception or CoverageKind.Day } && item.Names(symbol.Name),
        SymbolKind.Definition => item.Kind == CoverageKind.Definition && item.Names(symbol.Name),
        _ => true,
    };

    private static bool Names(this CoverageItem item, string name) => item.What.Split(' ', ',').Contains(name, StringComparer.Ordinal);

    private static string SetOf(Symbol symbol) => symbol.Kind == SymbolKind.RuleSet ? symbol.Name : symbol.Owner.Split('/')[0];

    private static string? PathOf(Analysis analysis, Symbol symbol) => analysis.Library.Find(SetOf(symbol))?.Location.Path;
}
