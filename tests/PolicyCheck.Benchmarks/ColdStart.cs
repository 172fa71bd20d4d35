using System.Globalization;

namespace PolicyCheck.Benchmarks;

/// <summary>Times the native binary's check of one manifest beside a hello world compiled the same way, in turn.</summary>
internal static class ColdStart
{
    private const double Allowance = 60;
    private const double Factor = 2;

    public static int Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("policycheck-cold-").FullName;
        var hello = NativeProgram.Publish("tests/PolicyCheck.Benchmarks/HelloWorld", folder, "HelloWorld");
        var policycheck = NativeProgram.Publish("cli", folder, "policycheck");
        string[] check = ["check", "rules/examples/washington-county-sheriff.manifest.yaml", "--as-of", "2020-06-10"];
        var (hellos, checks) = (new List<double>(), new List<double>());
        for (var round = -2; round < rounds; round++)
        {
            var (first, second) = (NativeProgram.Time(hello, [], NativeProgram.Repository), NativeProgram.Time(policycheck, check, NativeProgram.Repository));
            if (round >= 0)
            {
                hellos.Add(first);
                checks.Add(second);
            }
        }

        Directory.Delete(folder, recursive: true);
        var (baseline, measured) = (NativeProgram.Median(hellos), NativeProgram.Median(checks));
        var limit = (Factor * baseline) + Allowance;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hello world   median {baseline:F1} ms of {rounds}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"check         median {measured:F1} ms of {rounds}; fastest {checks.Min():F1}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"limit         {Factor} x hello world + {Allowance} ms = {limit:F1} ms: {(measured <= limit ? "kept" : "exceeded")}"));
        return measured <= limit ? 0 : 1;
    }
}
