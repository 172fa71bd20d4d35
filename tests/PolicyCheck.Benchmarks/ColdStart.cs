using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PolicyCheck.Benchmarks;

/// <summary>Times the native binary's check of one manifest beside a hello world compiled the same way, in turn.</summary>
internal static class ColdStart
{
    private const double Allowance = 60;
    private const double Factor = 2;

    public static int Run(int rounds)
    {
        var root = Repository();
        var folder = Directory.CreateTempSubdirectory("policycheck-cold-").FullName;
        var hello = Publish(root, "tests/PolicyCheck.Benchmarks/HelloWorld", folder, "HelloWorld");
        var policycheck = Publish(root, "cli", folder, "policycheck");
        string[] check = ["check", "rules/examples/washington-county-sheriff.manifest.yaml", "--as-of", "2020-06-10"];
        var (hellos, checks) = (new List<double>(), new List<double>());
        for (var round = -2; round < rounds; round++)
        {
            var (first, second) = (Time(hello, [], root), Time(policycheck, check, root));
            if (round >= 0)
            {
                hellos.Add(first);
                checks.Add(second);
            }
        }

        Directory.Delete(folder, recursive: true);
        var (baseline, measured) = (Median(hellos), Median(checks));
        var limit = (Factor * baseline) + Allowance;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hello world   median {baseline:F1} ms of {rounds}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"check         median {measured:F1} ms of {rounds}; fastest {checks.Min():F1}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"limit         {Factor} x hello world + {Allowance} ms = {limit:F1} ms: {(measured <= limit ? "kept" : "exceeded")}"));
        return measured <= limit ? 0 : 1;
    }

    private static string Publish(string root, string project, string folder, string name)
    {
        var output = Path.Combine(folder, name);
        Start("dotnet", ["publish", project, "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", "-o", output, "--nologo", "-v", "quiet"], root);
        return Path.Combine(output, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }

    private static double Time(string program, string[] args, string root)
    {
        var start = Stopwatch.GetTimestamp();
        Start(program, args, root);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Start(string program, string[] args, string root)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} didn't start");
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode is not (0 or 1))
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error.Result}");
        }
    }

    private static double Median(List<double> times)
    {
        var sorted = times.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyCheck.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("run this from within the repository");
    }
}
