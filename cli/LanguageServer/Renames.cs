using System.Collections.Immutable;
using PolicyCheck.Cli.LanguageServer.Protocol;
using PolicyCheck.Symbols;
using StreamJsonRpc;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Gives something another name in all files.</summary>
internal static class Renames
{
    private const int RequestFailed = -32803;

    /// <summary>The letters that get replaced, where the name can be changed at all.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="mention">What gets another name.</param>
    public static Stretch? Prepare(Analysis analysis, Mention mention) =>
        Renaming.Hindrance(analysis.Symbols, mention.Symbol) is { } refusal ? throw Refused(refusal) : Stretch.Of(mention.Location);

    /// <summary>What to write where.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="mention">What gets another name.</param>
    /// <param name="name">Its new name, as written at the place asked about.</param>
    /// <param name="workspace">The files.</param>
    public static WorkspaceEdit Of(Analysis analysis, Mention mention, string name, Workspace workspace)
    {
        var renaming = Renaming.Of(analysis.Symbols, mention.Symbol, mention.Hidden + name);
        var torn = renaming.Edits.Select(edit => edit.Location.Path).FirstOrDefault(analysis.IsOutdated);
        return mention.Symbol.Kind == SymbolKind.Fact && analysis.Library.Vocabulary.Find(mention.Hidden + name) is not null && analysis.Symbols.Declaration(Symbol.Fact(mention.Hidden + name)) is null
            ? throw Refused($"there is another `{mention.Hidden}{name}` in the built-in vocabulary")
            : renaming.Refusal is { } refusal ? throw Refused(refusal)
            : torn is not null ? throw Refused($"{torn} can't be read as it stands; mend it first")
            : new(renaming.Edits
                .GroupBy(edit => workspace.UriOf(edit.Location.Path), StringComparer.Ordinal)
                .ToImmutableSortedDictionary(file => file.Key, file => file.Select(edit => new TextEdit(Stretch.Of(edit.Location), edit.Text)).ToImmutableArray(), StringComparer.Ordinal));
    }

    private static LocalRpcException Refused(string why) => new(why) { ErrorCode = RequestFailed };
}
