using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PolicyCheck.Tests.Reports.Sarif;

/// <summary>Microsoft's validator of SARIF, installed from npm beside the tests' binaries.</summary>
public sealed class SarifMultitool : IAsyncLifetime
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "without-network.xml"];
    private static readonly string[] NoNetwork = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH"];

    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "sarif-multitool");
    private static readonly string Packages = Path.Combine(Home, "node_modules", "@microsoft");

    /// <summary>Why there is no validator, or null.</summary>
    public string? Absence { get; private set; }

    public async ValueTask InitializeAsync() => Absence = OperatingSystem.IsLinux() ? await Install() : "the validator is tried on Linux only";

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the validator has to say, by its own rules and by GitHub's: level, rule and message.</summary>
    public static async Task<IReadOnlyList<(string Level, string Rule, string Message)>> Problems(string name, string sarif)
    {
        var (input, output) = (Path.Combine(Home, $"{name}.sarif"), Path.Combine(Home, $"{name}.found.sarif"));
        await File.WriteAllTextAsync(input, sarif);
        File.Delete(output);
        var (_, said) = await Run(
            Path.Combine(Packages, "sarif-multitool-linux", "Sarif.Multitool"),
            ["validate", input, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note", "--config", Path.Combine(Home, "without-network.xml"), "--output", output]);
        Assert.True(File.Exists(output), said);
        var run = JsonNode.Parse(await File.ReadAllTextAsync(output))!["runs"]![0]!;
        return [.. run["results"]!.AsArray().Select(result => (result!["level"]?.GetValue<string>() ?? "warning", result["ruleId"]!.GetValue<string>(), result["message"]!.ToJsonString()))];
    }

    private static async Task<string?> Install()
    {
        var sources = Golden.PathOf("tests/PolicyCheck.Engine.Tests/Reports/Sarif/Multitool");
        var installed = Path.Combine(Home, "installed");
        var wanted = string.Concat(Files.Select(name => File.ReadAllText(Path.Combine(sources, name))));
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
        {
            return null;
        }

        Directory.CreateDirectory(Home);
        foreach (var name in Files)
        {
            File.Copy(Path.Combine(sources, name), Path.Combine(Home, name), overwrite: true);
        }

        try
        {
            var (code, said) = await Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            if (code != 0)
            {
                return Array.Exists(NoNetwork, said.Contains) ? "npm reaches no registry" : throw new InvalidOperationException($"npm ci failed: {said}");
            }
        }
        catch (Win32Exception)
        {
            return "there is no npm";
        }

        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(Path.Combine(Packages, "sarif-multitool-linux", "Sarif.Multitool"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await File.WriteAllTextAsync(installed, wanted);
        return null;
    }

    private static async Task<(int Code, string Said)> Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Home, RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} didn't start");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        var said = await output + error;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
