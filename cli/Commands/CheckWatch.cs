using PolicyCheck.Cli.Configuration;
using PolicyCheck.Cli.Input;

namespace PolicyCheck.Cli.Commands;

/// <summary>Checks again and again, whenever a manifest, a rule set, the configuration or what it names changes.</summary>
internal static class CheckWatch
{
    /// <summary>Runs until interrupted; the configuration is read anew each time.</summary>
    /// <param name="resolve">What is asked for now.</param>
    /// <param name="check">One check.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code of the last run.</returns>
    public static async Task<ExitCode> Run(Func<(Settings Settings, CheckRequest Request)> resolve, Func<CheckRequest, ExitCode> check, Surroundings surroundings, CancellationToken cancellation)
    {
        // The first time a mistake on the command line or in the configuration ends the program, as it does without a watch.
        var (settings, request) = resolve();
        var watch = Watch(settings, request, surroundings);
        try
        {
            while (true)
            {
                var code = Repeated.Once(
                    () =>
                    {
                        (settings, request) = resolve();
                        return check(request);
                    },
                    surroundings);
                if (!await watch.WaitAsync(cancellation))
                {
                    return code;
                }

                // The new watch begins before the old one ends, so that nothing is missed between them.
                var next = Watch(settings, request, surroundings);
                watch.Dispose();
                watch = next;
            }
        }
        finally
        {
            watch.Dispose();
        }
    }

    private static FileWatch Watch(Settings settings, CheckRequest request, Surroundings surroundings)
    {
        List<string> named = [.. request.Waivers, .. new[] { request.Baseline == request.WriteBaseline ? null : request.Baseline, settings.File?.File.Full }.OfType<string>()];
        var exactly = named.Select(path => Path.GetFullPath(path, surroundings.WorkingDirectory)).ToHashSet(StringComparer.Ordinal);
        return new([.. request.Manifests.Where(path => path != "-"), .. request.Rules.Paths, .. request.OwnRules, .. named], path => AuthorFiles.IsKnown(path) || exactly.Contains(path), surroundings);
    }
}
