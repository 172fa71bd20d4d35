using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PolicyCheck.Benchmarks;

/// <summary>A program of this repository, compiled to a native binary for the time of a benchmark.</summary>
internal static class NativeProgram
{
    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Compiles a project.</summary>
    /// <param name="project">The project's folder, from the repository.</param>
    /// <param name="folder">Where the binary goes.</param>
    /// <param name="name">The binary's name.</param>
    /// <returns>The binary's path.</returns>
    public static string Publish(string project, string folder, string name)
    {
        var output = Path.Combine(folder, name);
        Time("dotnet", ["publish", project, "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", "-o", output, "--nologo", "-v", "quiet"], Repository);
        return Path.Combine(output, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }

    /// <summary>PolicyCheck's native binary: the one that the variable <c>POLICYCHECK_NATIVE</c> names, else compiled now.</summary>
    /// <param name="folder">Where it goes.</param>
    public static string PolicyCheck(string folder) =>
        Environment.GetEnvironmentVariable("POLICYCHECK_NATIVE") is { Length: > 0 } made ? Path.GetFullPath(made) : Publish("cli", folder, "policycheck");

    /// <summary>Compiles a project for a .NET runtime that is installed.</summary>
    /// <param name="project">The project's folder, from the repository.</param>
    /// <param name="folder">Where the program goes.</param>
    /// <param name="name">The assembly's name.</param>
    /// <returns>The assembly's path, which <c>dotnet</c> runs.</returns>
    public static string PublishForRuntime(string project, string folder, string name)
    {
        var output = Path.Combine(folder, name + "-runtime");
        Time("dotnet", ["publish", project, "-o", output, "--nologo", "-v", "quiet"], Repository);
        return Path.Combine(output, name + ".dll");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="folder">The folder it works in.</param>
    /// <returns>The time from start to end, in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">It ended with another code than 0 or 1.</exception>
    public static double Time(string program, string[] args, string folder)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start(program, args, folder);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 1
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error.Result}");
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="folder">The folder it works in.</param>
    public static Process Start(string program, string[] args, string folder) =>
        Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} didn't start");

    /// <summary>The median of times.</summary>
    /// <param name="times">The times.</param>
    public static double Median(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyCheck.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("run this from within the repository");
    }
}
