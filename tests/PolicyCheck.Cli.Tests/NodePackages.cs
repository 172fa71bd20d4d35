using System.ComponentModel;
using System.Diagnostics;

namespace PolicyCheck.Cli.Tests;

/// <summary>Packages that a test needs from npm, installed by a lock file of the tests beside their binaries.</summary>
internal static class NodePackages
{
    private static readonly string[] Locks = ["package.json", "package-lock.json"];
    private static readonly string[] NoNetwork = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH"];

    /// <summary>Installs what the lock file in a folder of the tests names, unless it is there.</summary>
    /// <param name="folder">The folder of the tests.</param>
    /// <param name="home">Where it is installed.</param>
    /// <returns>Why it can't be had here, or null.</returns>
    public static async Task<string?> Install(string folder, string home)
    {
        var files = Locks.ToDictionary(name => name, name => Path.Combine(Repository.Root, "tests", "PolicyCheck.Cli.Tests", folder, name));
        var installed = Path.Combine(home, "installed");
        var wanted = string.Concat(files.Values.Select(File.ReadAllText));
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
        {
            return null;
        }

        Directory.CreateDirectory(home);
        foreach (var (name, path) in files)
        {
            File.Copy(path, Path.Combine(home, name), overwrite: true);
        }

        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = home, RedirectStandardError = true, RedirectStandardOutput = true });
            var output = npm?.StandardOutput.ReadToEndAsync() ?? Task.FromResult("");
            var error = npm is null ? "" : await npm.StandardError.ReadToEndAsync();
            await output;
            await (npm?.WaitForExitAsync() ?? Task.CompletedTask);
            if (npm is not { ExitCode: 0 })
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
}
