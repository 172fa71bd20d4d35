using System.Diagnostics;

namespace PolicyCheck.Benchmarks.Peers;

/// <summary>The peers from npm, installed from the lock file beside the benchmarks' binaries.</summary>
internal static class PeerPackages
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "peers.mjs"];

    /// <summary>Installs them.</summary>
    /// <returns>Where they are.</returns>
    /// <exception cref="InvalidOperationException">They can't be installed.</exception>
    public static string Install()
    {
        var home = Path.Combine(AppContext.BaseDirectory, "peers");
        Directory.CreateDirectory(home);
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(NativeProgram.Repository, "tests/PolicyCheck.Benchmarks/Peers", file), Path.Combine(home, file), overwrite: true);
        }

        // The validator wants the toolkit whose plug-in it is; its binary doesn't.
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--loglevel", "error"]) { WorkingDirectory = home, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("npm didn't start");
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0 ? home : throw new InvalidOperationException($"npm ended with {npm.ExitCode}");
    }
}
