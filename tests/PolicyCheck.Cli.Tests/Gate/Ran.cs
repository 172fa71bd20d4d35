using System.Diagnostics;

namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>What came of another program.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record Ran(int Code, string Output, string Error)
{
    /// <summary>All that it wrote, for messages.</summary>
    public string Said => $"exit {Code}\n{Output}\n{Error}";

    /// <summary>Whether a program is on the PATH.</summary>
    public static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program to its end.</summary>
    /// <param name="folder">Where it works.</param>
    /// <param name="environment">What is set besides this process's environment; null takes a variable away.</param>
    /// <param name="program">Its name or path.</param>
    /// <param name="args">Its words.</param>
    public static async Task<Ran> In(string folder, IReadOnlyDictionary<string, string?> environment, string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start);
        Assert.NotNull(process);
        process.StandardInput.Close();
        var stop = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return new(process.ExitCode, output, await error);
    }
}
