using System.Diagnostics;
using System.Globalization;
using PolicyCheck.Benchmarks.Generation;
using PolicyCheck.Benchmarks.Measuring;

namespace PolicyCheck.Benchmarks;

/// <summary>Measures the most memory that the native binary has while manifests stream through it.</summary>
internal static class MemoryUse
{
    private const double LimitMegabytes = 200;

    public static void Measure(BenchmarkOptions options, Measurements measurements)
    {
        var folder = Directory.CreateTempSubdirectory("policycheck-memory-").FullName;
        var program = NativeProgram.PolicyCheck(folder);
        var rules = Directory.CreateDirectory(Path.Combine(folder, "rules")).FullName;
        foreach (var file in RuleSetText.Files(RuleGenerator.Rules(100)))
        {
            File.WriteAllBytes(Path.Combine(rules, file.Path), file.Content.ToArray());
        }

        var most = options.Manifests;
        var peaks = new[] { most / 10, most }.Select(count => Peak(program, rules, count)).ToList();
        Directory.Delete(folder, recursive: true);
        Console.WriteLine(Texts.Of($"{most / 10} manifests: {peaks[0]:0.0} MB; {most}: {peaks[1]:0.0} MB"));
        measurements.Add(new($"memory at {most} NDJSON manifests", peaks[1], LimitMegabytes, "the limit", "MB") { AtMost = 1 });
        measurements.Add(new($"memory at {most} NDJSON manifests, flat", peaks[1], peaks[0], $"at {most / 10}", "MB") { AtMost = 1.1 });
    }

    // The kernel's own high-water mark, read while the process lives.
    private static double Peak(string program, string rules, int count)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["check", "-", "--rules", rules, "--as-of", "2026-06-01", "-o", "ndjson"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} didn't start");
        var error = process.StandardError.ReadToEndAsync();
        var reader = Task.Run(() => Lines(process.StandardOutput));
        var peak = 0L;
        var given = 0;
        using (var input = process.StandardInput.BaseStream)
        {
            foreach (var manifest in ManifestGenerator.Manifests(count))
            {
                input.Write(ManifestText.Json(manifest));
                input.WriteByte((byte)'\n');
                if (++given % 1000 == 0)
                {
                    peak = Math.Max(peak, HighWater(process.Id));
                }
            }

        }

        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, HighWater(process.Id));
        }

        var lines = reader.Result;
        return lines == count
            ? peak / 1024.0
            : throw new InvalidOperationException($"{count} manifests gave {lines} lines: {error.Result}");
    }

    private static int Lines(StreamReader reader)
    {
        var lines = 0;
        while (reader.ReadLine() is not null)
        {
            lines++;
        }

        return lines;
    }

    private static long HighWater(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }
}
