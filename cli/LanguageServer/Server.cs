using System.Text.Json;
using PolicyCheck.Cli.LanguageServer.Protocol;
using PolicyCheck.Evaluation;
using PolicyCheck.Loading;
using PolicyCheck.Symbols;
using StreamJsonRpc;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>The life of the language server, and which feature answers which message.</summary>
internal sealed class Server : IDisposable
{
    private const int NotInitialized = -32002;
    private const int InvalidRequest = -32600;

    private readonly Conversation _editor;
    private readonly Workspace _workspace = new();
    private readonly DocumentCache _documents = new();
    private readonly Publisher _publisher;
    private readonly DateOnly _today;
    private readonly Outcomes _outcomes;
    private readonly TaskCompletionSource<ExitCode> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TestRuns _tests;
    private readonly Background _background;
    private Study _study = Study.None;
    private Phase _phase = Phase.Fresh;
    private Analysis? _analysis;
    private bool _isChanged = true;

    private Server(Conversation editor, DateOnly today, Lazy<Task<RulesEngineEvaluator>> engine)
    {
        (_editor, _today) = (editor, today);
        _publisher = new(editor, _workspace);
        _outcomes = new(engine, today);
        _tests = new(engine);
        var lint = new LintFindings(_documents, today);
        _background = new((analysis, cancellation) => Study.Of(analysis, _tests, lint, cancellation), Studied);
    }

    private enum Phase
    {
        Fresh,
        Running,
        ShutDown,
    }

    private Analysis Current
    {
        get
        {
            if (_analysis is null || _isChanged)
            {
                _analysis = Analysis.Of(_workspace.Files, _documents, _workspace.Find, _analysis);
                _isChanged = false;
            }

            return _analysis;
        }
    }

    /// <summary>Serves one editor over standard input and output.</summary>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether the editor said that it would end.</returns>
    public static async Task<ExitCode> Run(Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, CancellationToken cancellation)
    {
        using var editor = new Conversation(surroundings.Output, surroundings.Input);
        using var server = new Server(editor, surroundings.Today, engine);
        server.Listen();
        await Task.WhenAny(server._exit.Task, editor.Completion, Task.Delay(Timeout.Infinite, cancellation));
        return server._exit.Task.IsCompletedSuccessfully ? await server._exit.Task : ExitCode.DoesNotHold;
    }

    public void Dispose() => _background.Dispose();

    private void Listen()
    {
        var wire = Wire.Default;
        _editor.On("initialize", wire.InitializeParams, wire.InitializeResult, Initialize);
        _editor.On("initialized", _ => Changed());
        _editor.On("shutdown", _ => Running(() => _phase = Phase.ShutDown));
        _editor.On("exit", _ => End());
        _editor.On("textDocument/didOpen", wire.DocumentParams, message => Edit(message.TextDocument, path => _workspace.Open(path, message.TextDocument)));
        _editor.On("textDocument/didChange", wire.ChangeParams, message => Edit(message.TextDocument, path => _workspace.Change(path, message)));
        _editor.On("textDocument/didClose", wire.DocumentParams, message => Edit(message.TextDocument, _workspace.Close));
        _editor.On("workspace/didChangeWatchedFiles", wire.WatchedFilesParams, Reread);
        foreach (var ignored in (string[])["textDocument/didSave", "workspace/didChangeConfiguration", "$/setTrace"])
        {
            _editor.On(ignored, static _ => null);
        }

        _editor.On("textDocument/definition", wire.PlaceParams, wire.FileStretch, place => At(place.TextDocument, place.Position, (_, mention) => References.Declaration(Current, mention, _workspace)));
        _editor.On("textDocument/references", wire.ReferenceParams, wire.ImmutableArrayFileStretch, place => At(place.TextDocument, place.Position, (_, mention) => References.All(Current, mention, place.Context?.IncludeDeclaration ?? true, _workspace), []));
        _editor.On("textDocument/hover", wire.PlaceParams, wire.Hover, place => At(place.TextDocument, place.Position, (_, mention) => new Hovers(Current, _today, _tests).Of(mention)));
        _editor.On("textDocument/prepareRename", wire.PlaceParams, wire.NullableStretch, place => At(place.TextDocument, place.Position, (_, mention) => Renames.Prepare(Current, mention)));
        _editor.On("textDocument/rename", wire.RenameParams, wire.WorkspaceEdit, place => At(place.TextDocument, place.Position, (_, mention) => Renames.Of(Current, mention, place.NewName, _workspace)));
        _editor.On("textDocument/completion", wire.PlaceParams, wire.ImmutableArrayCompletionItem, place => In(place.TextDocument, path => _workspace.TextOf(path) is { } text ? Completions.At(Current, text, place.Position) : [], []));
        _editor.On("textDocument/codeLens", wire.DocumentParams, wire.ImmutableArrayCodeLens, document => In(document.TextDocument, path => CodeLenses.Of(Current, path, _outcomes), []));
        _editor.StartListening();
    }

    private InitializeResult Initialize(InitializeParams parameters)
    {
        if (_phase != Phase.Fresh)
        {
            throw new LocalRpcException("the server is initialized already") { ErrorCode = InvalidRequest };
        }

        _phase = Phase.Running;
        var folders = parameters.WorkspaceFolders is { IsDefaultOrEmpty: false } several ? several.Select(folder => folder.Uri) : parameters.RootUri is { } root ? [root] : [];
        foreach (var folder in folders.Select(Workspace.PathOf).OfType<string>())
        {
            _workspace.AddFolder(folder);
        }

        return new(
            new(new(OpenClose: true, Change: 2), true, true, true, new([" ", "$", ":", "[", "/"]), new(PrepareProvider: true), new(ResolveProvider: false)),
            new("policycheck", typeof(Server).Assembly.GetName().Version?.ToString(3) ?? ""));
    }

    private JsonElement? End()
    {
        _exit.TrySetResult(_phase == Phase.ShutDown ? ExitCode.Holds : ExitCode.DoesNotHold);
        return null;
    }

    private JsonElement? Running(Action act)
    {
        Require();
        act();
        return null;
    }

    private void Require()
    {
        if (_phase != Phase.Running)
        {
            throw _phase == Phase.Fresh
                ? new LocalRpcException("the server isn't initialized yet") { ErrorCode = NotInitialized }
                : new LocalRpcException("the server was shut down") { ErrorCode = InvalidRequest };
        }
    }

    // What isn't a file of ours by its name isn't our business, whatever the editor sends.
    private void Edit(Document document, Action<string> edit)
    {
        if (_phase == Phase.Running && Workspace.PathOf(document.Uri) is { } path)
        {
            edit(path);
            Changed();
        }
    }

    private void Reread(WatchedFilesParams message)
    {
        if (_phase == Phase.Running)
        {
            foreach (var path in message.Changes.Select(change => Workspace.PathOf(change.Uri)).OfType<string>())
            {
                _workspace.Reread(path);
            }

            Changed();
        }
    }

    private JsonElement? Changed()
    {
        _isChanged = true;
        _publisher.Publish(Current, _study);
        _background.Look(Current);
        return null;
    }

    private void Studied(Analysis analysis, Study study) => _editor.BetweenMessages(() =>
    {
        if (_phase == Phase.Running && Current == analysis)
        {
            _study = study;
            _publisher.Publish(analysis, study);
        }
    });

    private T? In<T>(Document document, Func<string, T> answer, T? otherwise = default)
    {
        Require();
        return Workspace.PathOf(document.Uri) is { } path ? answer(path) : otherwise;
    }

    private T? At<T>(Document document, Position position, Func<string, Mention, T?> answer, T? otherwise = default) => In(
        document,
        path => !Current.IsOutdated(path) && _workspace.TextOf(path) is { } text && Current.Symbols.At(path, text.OffsetOf(position.InText)) is { } mention ? answer(path, mention) : otherwise,
        otherwise);
}
