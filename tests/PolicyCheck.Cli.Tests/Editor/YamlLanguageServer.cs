using System.Text.Json.Nodes;

namespace PolicyCheck.Cli.Tests.Editor;

/// <summary>The language server for YAML that editors use, installed from npm beside the tests' binaries.</summary>
public sealed class YamlLanguageServer : IAsyncLifetime
{
    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "yaml-language-server");
    private static readonly string Program = Path.Combine(Home, "node_modules", "yaml-language-server", "bin", "yaml-language-server");

    private LanguageClient? _client;

    /// <summary>Why there is no server, or null.</summary>
    public string? Absence { get; private set; }

    internal LanguageClient Client => _client ?? throw new InvalidOperationException("the server didn't start");

    public async ValueTask InitializeAsync()
    {
        Absence = await NodePackages.Install("Editor", Home);
        if (Absence is null)
        {
            var settings = new JsonObject { ["yaml"] = new JsonObject { ["validate"] = true, ["hover"] = true, ["completion"] = true, ["schemaStore"] = new JsonObject { ["enable"] = false } } };
            _client = LanguageClient.Start("node", [Program, "--stdio"], Repository.Root, settings);
            await Client.Initialize(Repository.Root);
            await Client.Tell("workspace/didChangeConfiguration", new { settings = new { } });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is { } client)
        {
            await client.DisposeAsync();
        }
    }
}
