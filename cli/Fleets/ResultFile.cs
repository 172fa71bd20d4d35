using PolicyCheck.Cli.Output;

namespace PolicyCheck.Cli.Fleets;

/// <summary>The file of results: written beside its place under a name that ends in <c>.partial</c>, which stays where a run is interrupted, and moved there at the end.</summary>
internal sealed class ResultFile : IDisposable
{
    private readonly string _shown;
    private readonly string _place;
    private FileStream? _stream;

    private ResultFile(string shown, string place, bool isComplete, FileStream? stream) => (_shown, _place, IsComplete, _stream) = (shown, place, isComplete, stream);

    /// <summary>Whether an earlier run came to its end, so that nothing is written.</summary>
    public bool IsComplete { get; }

    /// <summary>The file that results stand in now, as it is shown.</summary>
    public string Shown => IsComplete ? _shown : $"{_shown}.partial";

    /// <summary>Opens the file, alone.</summary>
    /// <param name="path">The path as the user named it.</param>
    /// <param name="resumes">Whether what an earlier run left is continued.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be written, or an earlier run left something and it isn't to be continued.</exception>
    public static ResultFile Open(string path, bool resumes, Surroundings surroundings)
    {
        var named = Path.GetFullPath(path, surroundings.WorkingDirectory);
        try
        {
            if (WholeFile.IsDevice(named))
            {
                return resumes
                    ? throw new CommandException(ExitCode.Usage, $"`{path}` keeps nothing that could be continued: leave out `--resume`")
                    : new(path, "", isComplete: false, new FileStream(named, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
            }

            var place = WholeFile.Target(named);
            var partial = $"{place}.partial";
            if (resumes && !File.Exists(partial) && File.Exists(place))
            {
                return new(path, place, isComplete: true, new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0));
            }

            if (!resumes && File.Exists(partial))
            {
                throw new CommandException(ExitCode.Usage, $"`{path}.partial` is there of a run that was interrupted, or still runs: continue it with `--resume`, or remove the file to begin anew");
            }

            return new(path, place, isComplete: false, new FileStream(partial, resumes ? FileMode.OpenOrCreate : FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"`{path}` can't be written: {problem.Message}");
        }
    }

    /// <summary>The bytes.</summary>
    public Stream Stream => _stream ?? throw new ObjectDisposedException(nameof(ResultFile));

    /// <summary>Drops what stands from a place on, so that it is written anew.</summary>
    /// <param name="length">How many bytes stay.</param>
    public void Continue(long length)
    {
        Stream.SetLength(length);
        Stream.Position = length;
    }

    /// <summary>Puts the file in its place.</summary>
    public void Complete()
    {
        if (IsComplete || _place.Length == 0 || _stream is null)
        {
            return;
        }

        _stream.Flush(flushToDisk: true);
        Dispose();
        if (!OperatingSystem.IsWindows() && File.Exists(_place))
        {
            File.SetUnixFileMode($"{_place}.partial", File.GetUnixFileMode(_place));
        }

        File.Move($"{_place}.partial", _place, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream?.Dispose();
        _stream = null;
    }
}
