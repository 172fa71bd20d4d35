using System.Collections.Immutable;

namespace PolicyCheck.Cli.LanguageServer.Protocol;

/// <summary>What the server can do.</summary>
internal sealed record InitializeResult(Capabilities Capabilities, ServerInfo ServerInfo);

/// <summary>The server's name.</summary>
internal sealed record ServerInfo(string Name, string Version);

/// <summary>The features there are.</summary>
internal sealed record Capabilities(
    SyncOptions TextDocumentSync,
    bool HoverProvider,
    bool DefinitionProvider,
    bool ReferencesProvider,
    CompletionOptions CompletionProvider,
    RenameOptions RenameProvider,
    CodeLensOptions CodeLensProvider);

/// <summary>How texts are followed: <c>2</c> is by changes.</summary>
internal sealed record SyncOptions(bool OpenClose, int Change);

/// <summary>After which characters completions are asked for.</summary>
internal sealed record CompletionOptions(ImmutableArray<string> TriggerCharacters);

/// <summary>Whether a rename is tried out first.</summary>
internal sealed record RenameOptions(bool PrepareProvider);

/// <summary>Whether lenses are resolved one by one.</summary>
internal sealed record CodeLensOptions(bool ResolveProvider);

/// <summary>What is shown of a name.</summary>
internal sealed record Hover(Markup Contents, Stretch Range);

/// <summary>A text in Markdown.</summary>
internal sealed record Markup(string Kind, string Value)
{
    /// <summary>A text in Markdown.</summary>
    public static Markup Markdown(string text) => new("markdown", text);
}

/// <summary>Something that can be written at a place.</summary>
internal sealed record CompletionItem(string Label, int Kind, string? Detail, Markup? Documentation, TextEdit TextEdit);

/// <summary>A text in place of a stretch.</summary>
internal sealed record TextEdit(Stretch Range, string NewText);

/// <summary>Texts to change, by file.</summary>
internal sealed record WorkspaceEdit(ImmutableSortedDictionary<string, ImmutableArray<TextEdit>> Changes);

/// <summary>A line shown above another.</summary>
internal sealed record CodeLens(Stretch Range, LensCommand Command);

/// <summary>What a lens says; none of ours does anything.</summary>
internal sealed record LensCommand(string Title, string Command);

/// <summary>All that is wrong with a file.</summary>
internal sealed record PublishParams(string Uri, int? Version, ImmutableArray<Problem> Diagnostics);

/// <summary>Something that is wrong with a file.</summary>
internal sealed record Problem(Stretch Range, int Severity, string Code, string Source, string Message);
