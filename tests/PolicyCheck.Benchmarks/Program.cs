using BenchmarkDotNet.Running;
using PolicyCheck.Benchmarks;

// `cold` and `author` time whole native processes; everything else is BenchmarkDotNet's.
if (args is ["cold" or "author", ..])
{
    var rounds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 30;
    return args[0] == "cold" ? ColdStart.Run(rounds) : AuthorTimes.Run(rounds);
}

BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args);
return 0;
