using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PolicyCheck.Cli.Tests.Editor;

/// <summary>The language server for YAML that editors use, installed from npm beside the tests' binaries.</summary>
public sealed class YamlLanguageServer : IAsyncLifetime
{
    private static readonly string[] Locks = ["package.json", "package-lock.json"];
    private static readonly string[] NoNetwork = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH"];

    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "yaml-language-server");
    private static readonly string Program = Path.Combine(Home, "node_modules", "yaml-language-server", "bin", "yaml-language-server");

    private LanguageClient? _client;

    /// <summary>Why there is no server, or null.</summary>
    public string? Absence { get; private set; }

    internal LanguageClient Client => _client ?? throw new InvalidOperationException("the server didn't start");

    public async ValueTask InitializeAsync()
    {
        Absence = await Install();
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

    private static async Task<string?> Install()
    {
        var installed = Path.Combine(Home, "installed");
        var wanted = string.Concat(Locks.Select(name => File.ReadAllText(Path.Combine(Repository.Root, "tests", "PolicyCheck.Cli.Tests", "Editor", name))));
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
        {
            return null;
        }

        Directory.CreateDirectory(Home);
        foreach (var name in Locks)
        {
            File.Copy(Path.Combine(Repository.Root, "tests", "PolicyCheck.Cli.Tests", "Editor", name), Path.Combine(Home, name), overwrite: true);
        }

        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = Home, RedirectStandardError = true, RedirectStandardOutput = true });
            var output = npm?.StandardOutput.ReadToEndAsync() ?? Task.FromResult("");
            var error = npm is null ? "" : await npm.StandardError.ReadToEndAsync();
            await output;
            await (npm?.WaitForExitAsync() ?? Task.CompletedTask);
            if (npm is not { ExitCode: 0 })
            {
                return Array.Exists(NoNetwork, error.Contains) ? "npm reaches no registry" : throw new InvalidOperationException($"npm ci failed: {error}");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no npm";
        }

        await File.WriteAllTextAsync(installed, wanted);
        return null;
    }
}
