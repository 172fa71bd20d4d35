using System.Collections.Immutable;
using PolicyCheck.Cli.LanguageServer.Protocol;
using PolicyCheck.Symbols;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>Where something is declared, and where it is used.</summary>
internal static class References
{
    /// <summary>Where something is declared; null where no file of the workspace does, as with a built-in fact.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="mention">What is asked about.</param>
    /// <param name="workspace">The files.</param>
    public static FileStretch? Declaration(Analysis analysis, Mention mention, Workspace workspace) =>
        analysis.Symbols.Declaration(mention.Symbol) is { } declaration ? Stretch(declaration.Location, workspace) : null;

    /// <summary>Where something is named.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="mention">What is asked about.</param>
    /// <param name="withDeclaration">Whether its declaration is wanted too.</param>
    /// <param name="workspace">The files.</param>
    public static ImmutableArray<FileStretch> All(Analysis analysis, Mention mention, bool withDeclaration, Workspace workspace) =>
        [.. analysis.Symbols.Of(mention.Symbol).Where(other => withDeclaration || !other.IsDeclaration).Select(other => Stretch(other.Location, workspace))];

    private static FileStretch Stretch(Location location, Workspace workspace) => new(workspace.UriOf(location.Path), Protocol.Stretch.Of(location));
}
