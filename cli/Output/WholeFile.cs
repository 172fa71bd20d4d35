namespace PolicyCheck.Cli.Output;

/// <summary>Writes files so that nobody meets half of one.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file beside its place and then moves it there; a link stays one, and so do the permissions.</summary>
    /// <param name="path">The path as the user named it.</param>
    /// <param name="content">The content.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be written.</exception>
    public static void Write(string path, byte[] content, Surroundings surroundings)
    {
        var named = Path.GetFullPath(path, surroundings.WorkingDirectory);
        var beside = "";
        try
        {
            using var taker = OpenUnlessFile(named);
            if (taker is not null)
            {
                taker.Write(content);
                return;
            }

            var full = Target(named);
            beside = $"{full}.{Environment.ProcessId}.part";
            WriteToDisk(beside, content);
            if (!OperatingSystem.IsWindows() && File.Exists(full))
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(full));
            }

            File.Move(beside, full, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Discard(beside);
            throw new CommandException(ExitCode.Usage, $"`{path}` can't be written: {problem.Message}");
        }
    }

    /// <summary>The file itself where a path is that of a link to one.</summary>
    /// <param name="path">The absolute path.</param>
    public static string Target(string path) => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    /// <summary>Whether a path is that of a device, such as <c>/dev/stderr</c>, which takes bytes; nothing can be put in its place.</summary>
    /// <param name="path">The absolute path.</param>
    public static bool IsDevice(string path) => !OperatingSystem.IsWindows() && path.StartsWith("/dev/", StringComparison.Ordinal);

    // Devices such as /dev/stderr and pipes take bytes; nothing can be put in their place.
    private static FileStream? OpenUnlessFile(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
        {
            return null;
        }

        if (IsDevice(path))
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }

        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            if (!stream.CanSeek)
            {
                return stream;
            }

            stream.Dispose();
        }
        catch (UnauthorizedAccessException)
        {
            // What may not be written to may still be replaced, where its folder allows it.
        }

        return null;
    }

    // All of it is on the disk before it takes the place of what was there, so that a power cut leaves one or the other. What a killed
    // run left behind under the same name, or somebody put there as a link, is taken away and not written through.
    private static void WriteToDisk(string path, byte[] content)
    {
        File.Delete(path);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private static void Discard(string beside)
    {
        try
        {
            if (beside.Length > 0)
            {
                File.Delete(beside);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What hindered the writing is told; this follows from it.
        }
    }
}
