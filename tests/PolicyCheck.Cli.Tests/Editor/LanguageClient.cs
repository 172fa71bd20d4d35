using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using StreamJsonRpc;

namespace PolicyCheck.Cli.Tests.Editor;

/// <summary>An editor's side of the Language Server Protocol, for any server that speaks it over two streams.</summary>
internal sealed class LanguageClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly JsonRpc _rpc;
    private readonly ConcurrentDictionary<string, JsonElement> _diagnostics = new(StringComparer.Ordinal);
    private readonly JsonObject _settings;
    private readonly SemaphoreSlim _published = new(0);
    private readonly Process? _process;

    public LanguageClient(Stream toServer, Stream fromServer, JsonObject? settings = null, Process? process = null)
    {
        _settings = settings ?? [];
        _process = process;
        _rpc = new(new HeaderDelimitedMessageHandler(toServer, fromServer, new SystemTextJsonFormatter()));
        Answer("textDocument/publishDiagnostics", Publish);
        Answer("workspace/configuration", Configuration);
        foreach (var ignored in (string[])["client/registerCapability", "window/logMessage", "window/showMessage", "telemetry/event", "workspace/codeLens/refresh", "yaml/schema/store/initialized"])
        {
            Answer(ignored, static _ => null);
        }

        _rpc.StartListening();
    }

    /// <summary>Starts a server as an editor does.</summary>
    public static LanguageClient Start(string program, IEnumerable<string> args, string folder, JsonObject? settings = null)
    {
        var process = Process.Start(new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException($"{program} didn't start");
        return new(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, settings, process);
    }

    public async Task<JsonElement> Initialize(string folder)
    {
        var answer = await Ask("initialize", new
        {
            processId = Environment.ProcessId,
            rootUri = Uri(folder),
            workspaceFolders = new[] { new { uri = Uri(folder), name = "rules" } },
            capabilities = new
            {
                textDocument = new { publishDiagnostics = new { versionSupport = true }, completion = new { completionItem = new { snippetSupport = false, documentationFormat = new[] { "markdown" } } }, hover = new { contentFormat = new[] { "markdown" } } },
                workspace = new { configuration = true },
            },
        });
        await Tell("initialized", new { });
        return answer;
    }

    public Task<JsonElement> Ask(string method, object? parameters) =>
        _rpc.InvokeWithParameterObjectAsync<JsonElement>(method, parameters, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

    public Task Tell(string method, object? parameters) => _rpc.NotifyWithParameterObjectAsync(method, parameters);

    public Task Open(string path, string text) =>
        Tell("textDocument/didOpen", new { textDocument = new { uri = Uri(path), languageId = "yaml", version = 1, text } });

    public Task Change(string path, string text, int version) =>
        Tell("textDocument/didChange", new { textDocument = new { uri = Uri(path), version }, contentChanges = new[] { new { text } } });

    /// <summary>Asks about a place in a text: a line and a column, counted from nought.</summary>
    public Task<JsonElement> AskAt(string method, string path, (int Line, int Character) place) =>
        Ask(method, new { textDocument = new { uri = Uri(path) }, position = new { line = place.Line, character = place.Character } });

    /// <summary>Waits until the messages of a file's diagnostics are as wanted, and gives them.</summary>
    public Task<IReadOnlyList<string>> Diagnostics(string path, Predicate<IReadOnlyList<string>> wanted) => Published(path, wanted, Message);

    /// <summary>Waits until a file's diagnostics are as wanted, and gives them with code, place (counted from one), level and message.</summary>
    public Task<IReadOnlyList<string>> Problems(string path, Predicate<IReadOnlyList<string>> wanted) => Published(
        path,
        wanted,
        static diagnostic => $"{diagnostic.GetProperty("code").GetString()} {Place(diagnostic, "start")}-{Place(diagnostic, "end")} {(diagnostic.GetProperty("severity").GetInt32() == 1 ? "error" : "warning")} {Message(diagnostic)}");

    private async Task<IReadOnlyList<string>> Published(string path, Predicate<IReadOnlyList<string>> wanted, Func<JsonElement, string> written)
    {
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        waited.CancelAfter(Patience);
        while (true)
        {
            var messages = _diagnostics.TryGetValue(Uri(path), out var diagnostics)
                ? diagnostics.EnumerateArray().Select(written).ToList()
                : null;
            if (messages is not null && wanted(messages))
            {
                return messages;
            }

            try
            {
                await _published.WaitAsync(waited.Token);
            }
            catch (OperationCanceledException)
            {
                return messages ?? throw new TimeoutException($"no diagnostics came for {path}");
            }
        }
    }

    private static string Message(JsonElement diagnostic) => diagnostic.GetProperty("message").GetString() ?? "";

    private static string Place(JsonElement diagnostic, string end)
    {
        var place = diagnostic.GetProperty("range").GetProperty(end);
        return $"{place.GetProperty("line").GetInt32() + 1}:{place.GetProperty("character").GetInt32() + 1}";
    }

    public static string Uri(string path) => new Uri(path).AbsoluteUri;

    /// <summary>Ends the conversation as the protocol asks, and gives the exit code of a server started by this client.</summary>
    public async Task<int?> Shutdown()
    {
        await Ask("shutdown", null);
        await Tell("exit", null);
        if (_process is null)
        {
            await _rpc.Completion.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return null;
        }

        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _rpc.Dispose();
        _published.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    private void Answer(string method, Func<JsonElement, JsonNode?> answer) =>
        _rpc.AddLocalRpcMethod(answer.Method, answer.Target, new(method) { UseSingleObjectParameterDeserialization = true });

    private JsonNode? Publish(JsonElement published)
    {
        _diagnostics[new Uri(published.GetProperty("uri").GetString() ?? "").AbsoluteUri] = published.GetProperty("diagnostics").Clone();
        _published.Release();
        return null;
    }

    private JsonArray Configuration(JsonElement asked) =>
        new([.. asked.GetProperty("items").EnumerateArray().Select(item => item.TryGetProperty("section", out var section) ? _settings[section.GetString() ?? ""]?.DeepClone() : null)]);
}
