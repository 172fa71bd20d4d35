using BenchmarkDotNet.Running;
using PolicyCheck.Benchmarks;

// `cold` and `author` time whole native processes, `law` a choice of instruments; everything else is BenchmarkDotNet's.
if (args is ["cold" or "author" or "law", ..])
{
    var rounds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 30;
    return args[0] switch
    {
        "cold" => ColdStart.Run(rounds),
        "law" => LawTimes.Run(rounds),
        _ => AuthorTimes.Run(rounds),
    };
}

BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args);
return 0;
