using System.Globalization;

namespace PolicyCheck.Benchmarks;

/// <summary>What a run is asked for besides its name.</summary>
/// <param name="Rounds">How many rounds, or null for as many as are usual.</param>
/// <param name="Manifests">How many manifests.</param>
/// <param name="WithPeers">Whether peers are measured too.</param>
internal sealed record BenchmarkOptions(int? Rounds, int Manifests, bool WithPeers)
{
    /// <summary>Reads <c>[ROUNDS] [--manifests N] [--peers]</c>.</summary>
    /// <param name="args">What comes after the name.</param>
    public static BenchmarkOptions Read(string[] args)
    {
        var manifests = Array.IndexOf(args, "--manifests");
        return new(
            args is [var first, ..] && int.TryParse(first, CultureInfo.InvariantCulture, out var rounds) ? rounds : null,
            manifests >= 0 ? int.Parse(args[manifests + 1], CultureInfo.InvariantCulture) : 10_000,
            args.Contains("--peers"));
    }
}
