using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using PolicyCheck.Benchmarks.Generation;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>The binary of cfn-guard, run on a folder of manifests.</summary>
/// <param name="home">Where the peers are installed.</param>
/// <param name="rules">The rules.</param>
/// <param name="manifests">The manifests.</param>
internal sealed class GuardPeer(string home, IReadOnlyList<GeneratedRule> rules, IReadOnlyList<GeneratedManifest> manifests)
{
    private readonly string _rules = Save(home, GuardText.Write(rules));
    private readonly string _folder = Save(home, manifests);

    private string Program { get; } = Executable(Path.Combine(
        home,
        "node_modules/@cdklabs/cdk-validator-cfnguard/bin",
        OperatingSystem.IsMacOS() ? "macos" : "ubuntu",
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64",
        "cfn-guard"));

    /// <summary>Holds what it says of the manifests against the delegates.</summary>
    public void Check()
    {
        using var process = Start("--structured", "--output-format", "json", "--show-summary", "none");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        using var document = JsonDocument.Parse(output);
        var broken = document.RootElement.EnumerateArray().ToDictionary(
            file => Path.GetFileNameWithoutExtension(Text(file, "name")),
            file => string.Join(' ', file.GetProperty("not_compliant").EnumerateArray().Select(clause => Text(clause.GetProperty("Rule"), "name")).Order(StringComparer.Ordinal)));
        Agreement.Check("cfn-guard", manifests, manifests.Select(manifest => broken[manifest.Name]), rules.Count);

        static string Text(JsonElement element, string key) => element.GetProperty(key).GetString() ?? "";
    }

    /// <summary>Judges the folder.</summary>
    public void Run()
    {
        using var process = Start("--show-summary", "none");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    private Process Start(params string[] options) =>
        Process.Start(new ProcessStartInfo(Program, ["validate", "--rules", _rules, "--data", _folder, .. options]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("cfn-guard didn't start");

    private static string Save(string home, string rules)
    {
        var file = Path.Combine(home, "rules.guard");
        File.WriteAllText(file, rules);
        return file;
    }

    private static string Save(string home, IReadOnlyList<GeneratedManifest> manifests)
    {
        var folder = Path.Combine(home, "manifests");
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder))
        {
            File.Delete(old);
        }

        foreach (var manifest in manifests)
        {
            File.WriteAllBytes(Path.Combine(folder, manifest.Name + ".json"), PeerFacts.Json(manifest));
        }

        return folder;
    }

    private static string Executable(string program)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        }

        return program;
    }
}
