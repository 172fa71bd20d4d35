using System.ComponentModel;
using System.Diagnostics;

namespace PolicyCheck.Tests;

/// <summary>Programs from npm by which outputs are tested, installed beside the tests' binaries from a lock file.</summary>
/// <param name="sources">The folder in the repository that holds the package's files.</param>
/// <param name="files">The files, the lock file among them.</param>
internal sealed class Npm(string sources, params string[] files)
{
    private static readonly string[] NoNetwork = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH"];

    /// <summary>Where it is installed.</summary>
    public string Home { get; } = Path.Combine(AppContext.BaseDirectory, "npm", Path.GetFileName(sources).ToLowerInvariant());

    /// <summary>Installs it, or says why there is none.</summary>
    public async Task<string?> Install()
    {
        var installed = Path.Combine(Home, "installed");
        var wanted = string.Concat(files.Select(name => File.ReadAllText(Path.Combine(Golden.PathOf(sources), name))));
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
        {
            return null;
        }

        Directory.CreateDirectory(Home);
        foreach (var name in files)
        {
            File.Copy(Path.Combine(Golden.PathOf(sources), name), Path.Combine(Home, name), overwrite: true);
        }

        try
        {
            var (code, _, error) = await Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (code != 0)
            {
                return Array.Exists(NoNetwork, error.Contains) ? "npm reaches no registry" : throw new InvalidOperationException($"npm ci failed: {error}");
            }
        }
        catch (Win32Exception)
        {
            return "there is no npm";
        }

        await File.WriteAllTextAsync(installed, wanted);
        return null;
    }

    /// <summary>Runs a program in its folder.</summary>
    public async Task<(int Code, string Output, string Error)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Home, RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} didn't start");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        var said = await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, said, error);
    }
}
