using System.Diagnostics;
using PolicyCheck.Cli.Tests.Gate;

namespace PolicyCheck.Cli.Tests.Faults;

/// <summary>Watches the calls of a process to the system, and makes it die or fail at some of them.</summary>
internal static class Strace
{
    private static readonly Lazy<bool> Works = new(() =>
    {
        if (!Ran.IsThere("strace"))
        {
            return false;
        }

        // Where a container forbids to trace, it is there and of no use.
        using var process = Process.Start(new ProcessStartInfo("strace", ["-f", "-o", "/dev/null", "true"]) { RedirectStandardError = true });
        process?.WaitForExit();
        return process?.ExitCode == 0;
    });

    /// <summary>Skips the test where it can't be used.</summary>
    public static void SkipIfAbsent() => Assert.SkipUnless(Works.Value, "there is no strace, or it may not trace");
}
