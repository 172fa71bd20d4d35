using System.Collections.Immutable;

namespace PolicyCheck.Cli.LanguageServer.Protocol;

/// <summary>What an editor says of itself at first.</summary>
internal sealed record InitializeParams(string? RootUri = null, ImmutableArray<WorkspaceFolder>? WorkspaceFolders = null);

/// <summary>A folder that an editor has open.</summary>
internal sealed record WorkspaceFolder(string Uri);

/// <summary>A file and the version of its text.</summary>
internal sealed record Document(string Uri, int? Version = null, string? Text = null);

/// <summary>Something happened to a document.</summary>
internal sealed record DocumentParams(Document TextDocument);

/// <summary>A document was changed.</summary>
internal sealed record ChangeParams(Document TextDocument, ImmutableArray<Change> ContentChanges);

/// <summary>A text in place of a stretch, or of all.</summary>
internal sealed record Change(string Text, Stretch? Range = null);

/// <summary>Files were changed by others.</summary>
internal sealed record WatchedFilesParams(ImmutableArray<FileEvent> Changes);

/// <summary>A file was created, changed or deleted.</summary>
internal sealed record FileEvent(string Uri);

/// <summary>A place in a document.</summary>
internal sealed record PlaceParams(Document TextDocument, Position Position);

/// <summary>A place whose references are asked for.</summary>
internal sealed record ReferenceParams(Document TextDocument, Position Position, ReferenceContext? Context = null);

/// <summary>Whether the declaration is wanted too.</summary>
internal sealed record ReferenceContext(bool IncludeDeclaration);

/// <summary>A place where something gets another name.</summary>
internal sealed record RenameParams(Document TextDocument, Position Position, string NewName);
