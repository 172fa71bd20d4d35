using BenchmarkDotNet.Running;
using PolicyCheck.Benchmarks;
using PolicyCheck.Benchmarks.Floor;
using PolicyCheck.Benchmarks.Measuring;

// Each of these measures in turns of its own; everything else is BenchmarkDotNet's.
if (args is ["cold" or "author" or "law" or "warm" or "bulk" or "agree" or "floor", ..])
{
    var options = BenchmarkOptions.Read(args[1..]);
    var measurements = new Measurements();
    switch (args[0])
    {
        case "cold":
            return ColdStart.Run(options.Rounds ?? 30);
        case "law":
            return LawTimes.Run(options.Rounds ?? 30);
        case "author":
            return AuthorTimes.Run(options.Rounds ?? 30);
        case "agree":
            return AgreementRun.Run(options.Manifests);
        case "floor":
            return FloorSource.Write();
        case "warm":
            WarmTimes.Measure(options, measurements);
            break;
        default:
            BulkTimes.Measure(options, measurements);
            break;
    }

    return measurements.ExitCode;
}

BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args);
return 0;
