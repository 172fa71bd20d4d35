using System.Diagnostics;
using PolicyCheck.Fuzzing.Targets;

namespace PolicyCheck.Fuzzing;

/// <summary>Tries files, such as the crashes that a fuzzer found, and says what comes of each.</summary>
internal static class Replay
{
    /// <summary>Tries each file once.</summary>
    /// <returns>One where a file breaks the target, else zero.</returns>
    public static int Of(FuzzTarget target, IEnumerable<string> files)
    {
        var broken = 0;
        foreach (var file in files)
        {
            var clock = Stopwatch.StartNew();
            try
            {
                target.Try(File.ReadAllBytes(file));
                Console.WriteLine($"{file}: held, {clock.Elapsed.TotalMilliseconds:0} ms");
            }
            catch (Exception defect) when (defect is not OutOfMemoryException)
            {
                broken = 1;
                Console.WriteLine($"{file}: {defect}");
            }
        }

        return broken;
    }
}
