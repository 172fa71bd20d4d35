using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests;

/// <summary>Runs the native binary that POLICYCHECK_NATIVE names, and compares it with the program in this process.</summary>
public sealed partial class NativeBinaryTests
{
    [Theory]
    [InlineData("check", "rules/examples/washington-county-sheriff.manifest.yaml", "--as-of", "2020-06-09")]
    [InlineData("check", "rules/examples/washington-county-sheriff.manifest.yaml", "--as-of", "2020-06-10", "--explain", "full")]
    [InlineData("check", "rules/examples/washington-county-sheriff.manifest.yaml", "--as-of", "2021-06-11")]
    [InlineData("check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15")]
    [InlineData("check", "rules/examples/fbi-project-tyr.manifest.yaml", "--as-of", "2024-02-01")]
    [InlineData("check", "rules/examples", "-o", "json", "--as-of", "2020-06-15", "--include", "proposals")]
    [InlineData("check", "rules/examples", "--rules", "rules", "-o", "json", "--as-of", "2024-06-01")]
    [InlineData("list", "-o", "json", "--as-of", "2026-11-23")]
    [InlineData("explain", "police-use", "--as-of", "2026-11-23")]
    [InlineData("check", "nowhere.manifest.yaml")]
    [InlineData("check", "README.md")]
    public async Task The_native_binary_says_what_the_program_says(params string[] args)
    {
        var native = Environment.GetEnvironmentVariable("POLICYCHECK_NATIVE");
        Assert.SkipUnless(native is { Length: > 0 }, "POLICYCHECK_NATIVE names no binary");
        var expected = await Run.Of(args);
        using var process = Process.Start(new ProcessStartInfo(native ?? "", args)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        Assert.NotNull(process);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected.Output, output);
        Assert.Equal(Messages(expected.Error), Messages(await error));
        Assert.Equal((int)expected.Code, process.ExitCode);
    }

    // How far one has come after each second differs from one run to the next.
    private static string Messages(string error) => string.Join('\n', error.Split('\n').Where(line => !Progress().IsMatch(line)));

    [GeneratedRegex(@"^\d+ of \d+ manifests$")]
    private static partial Regex Progress();
}
