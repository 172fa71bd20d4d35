namespace PolicyCheck.Cli.Input;

/// <summary>Notices changes of files in folders and the folders below them.</summary>
internal sealed class FileWatch : IDisposable
{
    // What an editor writes in several steps is one change.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _changed = new(0);
    private readonly Func<string, bool> _isWanted;
    private readonly List<FileSystemWatcher> _watchers;

    /// <summary>Begins to watch.</summary>
    /// <param name="paths">Files and folders; a file is watched through its folder.</param>
    /// <param name="isWanted">Whether a change of a file, given its absolute path, counts; what a run writes itself must not, or each run would lead to the next.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public FileWatch(IEnumerable<string> paths, Func<string, bool> isWanted, Surroundings surroundings)
    {
        _isWanted = isWanted;
        _watchers =
        [
            .. paths.Select(path => Path.GetFullPath(path, surroundings.WorkingDirectory))
                .Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? surroundings.WorkingDirectory)
                .Where(Directory.Exists)
                .Distinct(StringComparer.Ordinal)
                .Select(Watch),
        ];
    }

    /// <summary>Waits for a change, and for what belongs to it.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>False where it was ended.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        try
        {
            await _changed.WaitAsync(cancellation);
            while (await _changed.WaitAsync(Quiet, cancellation))
            {
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        _changed.Dispose();
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += Notice;
        watcher.Created += Notice;
        watcher.Deleted += Notice;
        watcher.Renamed += (_, change) => Release(change.FullPath, change.OldFullPath);
        watcher.Error += (_, _) => _changed.Release();
        watcher.EnableRaisingEvents = true;
        return watcher;

        void Notice(object sender, FileSystemEventArgs change) => Release(change.FullPath);

        void Release(params IEnumerable<string> changed)
        {
            if (changed.Any(_isWanted))
            {
                _changed.Release();
            }
        }
    }
}
