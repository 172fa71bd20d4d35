using System.Diagnostics;
using PolicyCheck.Cli.Tests.Gate;

namespace PolicyCheck.Cli.Tests.Faults;

/// <summary>The program as a process of its own: the native binary where POLICYCHECK_NATIVE names one, else the one beside the tests.</summary>
internal static class Program
{
    private static readonly string? Native = Environment.GetEnvironmentVariable("POLICYCHECK_NATIVE") is { Length: > 0 } named ? named : null;

    // A runtime that offers itself to debuggers and profilers writes to the folder for temporary files.
    private static readonly Dictionary<string, string?> Variables = new() { ["DOTNET_EnableDiagnostics"] = "0" };

    /// <summary>The words that start it, before its own.</summary>
    public static IReadOnlyList<string> Words { get; } = Native is null ? ["dotnet", Path.Combine(AppContext.BaseDirectory, "policycheck.dll")] : [Native];

    /// <summary>The words as a shell takes them.</summary>
    public static string Quoted { get; } = string.Join(' ', Words.Select(word => $"'{word}'"));

    /// <summary>Runs it to its end.</summary>
    public static Task<Ran> In(string folder, params string[] args) => Under([], folder, args);

    /// <summary>Runs it to its end under another program, such as one that watches it.</summary>
    public static Task<Ran> Under(IReadOnlyList<string> other, string folder, params string[] args)
    {
        List<string> words = [.. other, .. Words, .. args];
        return Ran.In(folder, Variables, words[0], [.. words.Skip(1)]);
    }

    /// <summary>Runs a line of a shell, in which <c>policycheck</c> is the program.</summary>
    public static Task<Ran> Shell(string folder, string line) =>
        Ran.In(folder, Variables, "bash", "-c", $"policycheck() {{ {Quoted} \"$@\"; }}\n{line}");

    /// <summary>Starts it and kills it at a moment, unless it has ended by then.</summary>
    /// <param name="now">Whether the moment has come, with the time since the start.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="args">Its words.</param>
    /// <returns>Whether it was killed.</returns>
    public static async Task<bool> Killed(Func<TimeSpan, bool> now, string folder, params string[] args)
    {
        List<string> words = [.. Words, .. args];
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start);
        Assert.NotNull(process);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        while (!process.HasExited && !now(clock.Elapsed))
        {
            Thread.Yield();
        }

        var killed = !process.HasExited;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(output, error);
        return killed;
    }
}
