using PolicyCheck.Benchmarks.Measuring;

namespace PolicyCheck.Benchmarks;

/// <summary>Times a whole check of one manifest against all instruments beside a hello world, both native and both under the JIT compiler, in turn.</summary>
internal static class ColdStart
{
    private static readonly string[] Check = ["check", "rules/examples/washington-county-sheriff.manifest.yaml", "--as-of", "2020-06-10"];

    public static void Measure(BenchmarkOptions options, Measurements measurements)
    {
        var folder = Directory.CreateTempSubdirectory("policycheck-cold-").FullName;
        string[] native = [NativeProgram.Publish("tests/PolicyCheck.Benchmarks/HelloWorld", folder, "HelloWorld"), NativeProgram.PolicyCheck(folder)];
        string[] compiled = [NativeProgram.PublishForRuntime("tests/PolicyCheck.Benchmarks/HelloWorld", folder, "HelloWorld"), NativeProgram.PublishForRuntime("cli", folder, "policycheck")];
        var medians = Interleaved.Medians(
            options.Rounds ?? 30,
            2,
            () => NativeProgram.Time(native[0], [], NativeProgram.Repository),
            () => NativeProgram.Time(native[1], Check, NativeProgram.Repository),
            () => NativeProgram.Time("dotnet", [compiled[0]], NativeProgram.Repository),
            () => NativeProgram.Time("dotnet", [compiled[1], .. Check], NativeProgram.Repository));
        Directory.Delete(folder, recursive: true);
        measurements.Add(new("cold, native check of one manifest, all instruments", medians[1], medians[0], "hello world", "ms") { AtMost = 1.5, Plus = 40 });
        measurements.Add(new("cold, check under the JIT compiler", medians[3], medians[2], "hello world", "ms") { AtMost = 2, Plus = 250 });
    }
}
