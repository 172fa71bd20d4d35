using BenchmarkDotNet.Running;
using PolicyCheck.Benchmarks;

// `cold` times whole native processes in turn; everything else is BenchmarkDotNet's.
if (args is ["cold", ..])
{
    return ColdStart.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 30);
}

BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args);
return 0;
