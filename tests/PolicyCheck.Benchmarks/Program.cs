using BenchmarkDotNet.Running;
using PolicyCheck.Benchmarks;
using PolicyCheck.Benchmarks.Floor;
using PolicyCheck.Benchmarks.Measuring;

// `cold` and `author` time whole native processes, `law` a choice of instruments, `warm` and `bulk` PolicyCheck beside its yardsticks;
// `floor` writes the delegates that are the floor; everything else is BenchmarkDotNet's.
if (args is ["cold" or "author" or "law" or "warm" or "bulk" or "agree" or "floor", ..])
{
    var given = args.Length > 1 && args[1] != "--peers" ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
    var measurements = new Measurements();
    switch (args[0])
    {
        case "cold":
            return ColdStart.Run(given ?? 30);
        case "law":
            return LawTimes.Run(given ?? 30);
        case "author":
            return AuthorTimes.Run(given ?? 30);
        case "agree":
            return AgreementRun.Run(given ?? Agreement.Everybody);
        case "floor":
            return FloorSource.Write();
        case "warm":
            WarmTimes.Measure(given ?? 15, measurements, args.Contains("--peers"));
            break;
        default:
            BulkTimes.Measure(given ?? 7, measurements);
            break;
    }

    return measurements.ExitCode;
}

BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args);
return 0;
