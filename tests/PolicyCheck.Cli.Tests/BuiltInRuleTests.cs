using System.Diagnostics;
using PolicyCheck.Loading;

namespace PolicyCheck.Cli.Tests;

/// <summary>Runs a copy of the program in which a byte of a built-in rule was changed.</summary>
public sealed class BuiltInRuleTests
{
    private static readonly string[] Check = ["check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15", "--explain", "off"];

    [Fact]
    public async Task A_changed_byte_of_a_built_in_rule_is_caught_before_the_rule_is_read()
    {
        using var folder = new Folder();
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        var assembly = Path.Combine(folder.Path, "PolicyCheck.Engine.dll");
        var whole = await File.ReadAllBytesAsync(assembly, TestContext.Current.CancellationToken);
        Assert.Equal((int)(await Run.Of(Check)).Code, (await Start(folder.Path)).Code);
        foreach (var rules in new[] { BuiltInRules.Files[0], BuiltInRules.Files[^1], BuiltInRules.Mappings[0] })
        {
            var at = whole.AsSpan().IndexOf(rules.Content.Span);
            Assert.True(at > 0, rules.Path);
            byte[] changed = [.. whole];
            changed[at + (rules.Content.Length / 2)] ^= 1;
            await File.WriteAllBytesAsync(assembly, changed, TestContext.Current.CancellationToken);
            var (code, output, error) = await Start(folder.Path);
            Assert.Equal(((int)ExitCode.NotVerified, ""), (code, output));
            Assert.StartsWith("policycheck: the built-in file `", error, StringComparison.Ordinal);
            Assert.Contains(Path.GetFileName(rules.Path), error, StringComparison.Ordinal);
        }
    }

    private static async Task<(int Code, string Output, string Error)> Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "policycheck.dll"), .. Check])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start);
        Assert.NotNull(process);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
