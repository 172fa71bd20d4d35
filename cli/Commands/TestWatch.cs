using PolicyCheck.Cli.Input;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Commands;

/// <summary>Runs tests again and again, whenever one of the author's files changes.</summary>
internal static class TestWatch
{
    // What an editor writes in several steps is one change.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs until interrupted.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="engine">What evaluates rules, being prepared.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code of the last run.</returns>
    public static async Task<ExitCode> Run(TestRequest request, Surroundings surroundings, Lazy<Task<RulesEngineEvaluator>> engine, CancellationToken cancellation)
    {
        using var changed = new SemaphoreSlim(0);
        var watchers = Folders(request, surroundings).Select(folder => Watch(folder, changed)).ToList();
        var memory = new TestMemory(await engine.Value);
        try
        {
            while (true)
            {
                var code = RunOnce(request, surroundings, memory);
                await surroundings.Error.WriteLineAsync("policycheck: waiting for changes; interrupt to end");
                try
                {
                    await changed.WaitAsync(cancellation);
                    while (await changed.WaitAsync(Quiet, cancellation))
                    {
                    }
                }
                catch (OperationCanceledException)
                {
                    return code;
                }
            }
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    // A rule set with a mistake ends one run, not the watch.
    private static ExitCode RunOnce(TestRequest request, Surroundings surroundings, TestMemory memory)
    {
        try
        {
            return RuleTests.Run(request, surroundings, memory);
        }
        catch (CommandException problem)
        {
            surroundings.Error.WriteLine($"policycheck: {problem.Message}");
            return problem.Code;
        }
    }

    private static IEnumerable<string> Folders(TestRequest request, Surroundings surroundings) => request.Paths.DefaultIfEmpty(".").Concat(request.Rules)
        .Select(path => Path.GetFullPath(path, surroundings.WorkingDirectory))
        .Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? surroundings.WorkingDirectory)
        .Where(Directory.Exists)
        .Distinct(StringComparer.Ordinal);

    private static FileSystemWatcher Watch(string folder, SemaphoreSlim changed)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += Notice;
        watcher.Created += Notice;
        watcher.Deleted += Notice;
        watcher.Renamed += (_, change) => Release(change.FullPath, change.OldFullPath);
        watcher.Error += (_, _) => changed.Release();
        watcher.EnableRaisingEvents = true;
        return watcher;

        void Notice(object sender, FileSystemEventArgs change) => Release(change.FullPath);

        // A report that a run writes isn't one of the author's files, or each run would lead to the next.
        void Release(params IEnumerable<string> paths)
        {
            if (paths.Any(AuthorFiles.IsKnown))
            {
                changed.Release();
            }
        }
    }
}
