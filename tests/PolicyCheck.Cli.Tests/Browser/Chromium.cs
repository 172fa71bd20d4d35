using System.Diagnostics;
using System.Text.Json;

namespace PolicyCheck.Cli.Tests.Browser;

/// <summary>What a Chromium saw of reports, as different readers open them; asked once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "browser");
    private static readonly string Here = Path.Combine(Repository.Root, "tests", "PolicyCheck.Cli.Tests", "Browser");
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly Folder _folder = new();

    /// <summary>Why there is no browser, or null.</summary>
    public string? Absence { get; private set; }

    private JsonElement Seen { get; set; }

    /// <summary>What was seen of a page by a reader.</summary>
    internal JsonElement Of(string page, string reader) => Seen.GetProperty($"{page}-{reader}");

    /// <summary>The picture that was taken of a page for a reader.</summary>
    internal byte[] Picture(string page, string reader) => File.ReadAllBytes(Path.Combine(_folder.Path, $"{page}-{reader}.png"));

    public async ValueTask InitializeAsync()
    {
        var browser = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        Absence = browser is null ? "there is no Chromium" : await NodePackages.Install("Browser", Home);
        if (Absence is null && browser is not null)
        {
            await WritePages();
            Seen = await Look(browser);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WritePages()
    {
        string[] options = ["--as-of", "2026-11-23", "--rules", Path.Combine(Repository.Root, "rules", "corporate"), "--rules", Path.Combine(Repository.Root, "rules", "standards")];
        _folder.Write("small.html", await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "PolicyCheck.Engine.Tests", "Reports", "small.html")));
        _folder.Write("refused.manifest.yaml", "manifest: shop\ndeployer: {sector: retial}\nuses: [{id: only}]\n");
        await Run.In(_folder.Path, ["check", "refused.manifest.yaml", "-o", "html=refused.html", .. options]);
        var name = new string('x', 300);
        _folder.Write("long.manifest.yaml", $"manifest: long\ntitle: {name}\ndeployer: {{name: {name}, sector: law-enforcement}}\nplaces: [US-OR/portland]\nuses: [{{id: only, title: \"{name}\", purpose: [criminal-investigation]}}]\n");
        await Run.In(_folder.Path, ["check", "long.manifest.yaml", "-o", "html=long.html", .. options]);
    }

    private async Task<JsonElement> Look(string browser)
    {
        string[] pages = [.. new[] { "small", "refused", "long" }.Select(page => Path.Combine(_folder.Path, $"{page}.html"))];
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Here, "look.js"), Home, browser, _folder.Path, .. pages]) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("node didn't start");
        var error = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? JsonElement.Parse(output) : throw new InvalidOperationException($"the browser failed: {await error}");
    }
}
