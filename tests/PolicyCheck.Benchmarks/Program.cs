using BenchmarkDotNet.Running;
using PolicyCheck.Benchmarks;
using PolicyCheck.Benchmarks.Floor;
using PolicyCheck.Benchmarks.Measuring;

// Each of these measures in turns of its own; everything else is BenchmarkDotNet's.
if (args is ["cold" or "author" or "law" or "warm" or "bulk" or "growth" or "memory" or "all" or "agree" or "floor", ..])
{
    var options = BenchmarkOptions.Read(args[1..]);
    var measurements = new Measurements();
    switch (args[0])
    {
        case "law":
            return LawTimes.Run(options.Rounds ?? 30);
        case "author":
            return AuthorTimes.Run(options.Rounds ?? 30);
        case "agree":
            return AgreementRun.Run(options.Manifests);
        case "floor":
            return FloorSource.Write();
        case "cold":
            ColdStart.Measure(options, measurements);
            break;
        case "warm":
            WarmTimes.Measure(options, measurements);
            break;
        case "bulk":
            BulkTimes.Measure(options, measurements);
            break;
        case "growth":
            GrowthTimes.Measure(options, measurements);
            break;
        case "memory":
            MemoryUse.Measure(options, measurements);
            break;
        default:
            var all = options with { WithPeers = true };
            ColdStart.Measure(all, measurements);
            WarmTimes.Measure(all, measurements);
            BulkTimes.Measure(all, measurements);
            GrowthTimes.Measure(all, measurements);
            MemoryUse.Measure(args.Contains("--manifests") ? all : all with { Manifests = 1_000_000 }, measurements);
            ResultsFile.Write(measurements.All, $"dotnet run -c Release --project tests/PolicyCheck.Benchmarks -- {string.Join(' ', args)}");
            break;
    }

    return measurements.ExitCode;
}

BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args);
return 0;
