using System.Text.Json.Nodes;

namespace PolicyCheck.Tests.Reports.Sarif;

/// <summary>Microsoft's validator of SARIF, installed from npm beside the tests' binaries.</summary>
public sealed class SarifMultitool : IAsyncLifetime
{
    private static readonly Npm Package = new("tests/PolicyCheck.Engine.Tests/Reports/Sarif/Multitool", "package.json", "package-lock.json", "without-network.xml");
    private static readonly string Tool = Path.Combine(Package.Home, "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool");

    /// <summary>Why there is no validator, or null.</summary>
    public string? Absence { get; private set; }

    public async ValueTask InitializeAsync() => Absence = OperatingSystem.IsLinux() ? await Install() : "the validator is tried on Linux only";

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the validator has to say, by its own rules and by GitHub's: level, rule and message.</summary>
    public static async Task<IReadOnlyList<(string Level, string Rule, string Message)>> Problems(string name, string sarif)
    {
        var (input, output) = (Path.Combine(Package.Home, $"{name}.sarif"), Path.Combine(Package.Home, $"{name}.found.sarif"));
        await File.WriteAllTextAsync(input, sarif);
        File.Delete(output);
        var (_, said, error) = await Package.Run(Tool, "validate", input, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note", "--config", Path.Combine(Package.Home, "without-network.xml"), "--output", output);
        Assert.True(File.Exists(output), said + error);
        var run = JsonNode.Parse(await File.ReadAllTextAsync(output))!["runs"]![0]!;
        return [.. run["results"]!.AsArray().Select(result => (result!["level"]?.GetValue<string>() ?? "warning", result["ruleId"]!.GetValue<string>(), result["message"]!.ToJsonString()))];
    }

    private static async Task<string?> Install()
    {
        if (await Package.Install() is { } absence)
        {
            return absence;
        }

        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(Tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return null;
    }
}
