using System.Diagnostics;
using System.Globalization;

namespace PolicyCheck.Benchmarks;

/// <summary>Times what an author waits for: all tests of the repository, its mutants, and the answer of <c>test --watch</c> to an edit.</summary>
internal static class AuthorTimes
{
    private const double TestLimit = 2000;
    private const double EditLimit = 300;

    public static int Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("policycheck-author-").FullName;
        var program = NativeProgram.PolicyCheck(folder);
        Copy(Path.Combine(NativeProgram.Repository, "rules"), Path.Combine(folder, "rules"));
        NativeProgram.Time(program, ["test", "rules"], folder);
        var test = NativeProgram.Median(Enumerable.Range(0, rounds).Select(_ => NativeProgram.Time(program, ["test", "rules"], folder)));
        var mutate = NativeProgram.Median(Enumerable.Range(0, rounds).Select(_ => NativeProgram.Time(program, ["mutate", "rules", "--all"], folder)));
        var edits = Edits(program, folder, rounds);
        Directory.Delete(folder, recursive: true);
        var edit = NativeProgram.Median(edits);
        Say("test of the whole repository, as a process", test, TestLimit);
        Say("mutate --all of the whole repository", mutate, null);
        Say("test --watch, from an edit to the answer", edit, EditLimit);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest answer to an edit {edits.Max():F0} ms"));
        return test <= TestLimit && edit <= EditLimit ? 0 : 1;
    }

    private static List<double> Edits(string program, string folder, int rounds)
    {
        using var watch = NativeProgram.Start(program, ["test", "rules", "--watch"], folder);
        var ignored = watch.StandardError.ReadToEndAsync();
        WaitForSummary(watch);
        var rules = Directory.EnumerateFiles(Path.Combine(folder, "rules"), "*.rules.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            // Another rule set each time; a comment changes its digest, so nothing known before can be used for it.
            Thread.Sleep(150);
            var start = Stopwatch.GetTimestamp();
            File.AppendAllText(rules[round % rules.Count], $"# edit {round}\n");
            WaitForSummary(watch);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        watch.Kill();
        watch.WaitForExit();
        return times;
    }

    private static void WaitForSummary(Process watch)
    {
        while (watch.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains(" passed, ", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("the watch ended");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
        }
    }

    private static void Say(string what, double median, double? limit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-45} median {median,6:F0} ms{(limit is { } most ? $"; limit {most:F0} ms: {(median <= most ? "kept" : "exceeded")}" : "")}"));
}
