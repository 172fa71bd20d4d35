namespace PolicyCheck.Cli.Input;

/// <summary>Files as the user named them.</summary>
internal static class Files
{
    /// <summary>A path from the working directory, with forward slashes, however it was named.</summary>
    /// <param name="path">The path as named.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    public static FilePath Name(string path, Surroundings surroundings)
    {
        var full = Path.GetFullPath(path, surroundings.WorkingDirectory);
        return new(full, Path.GetRelativePath(surroundings.WorkingDirectory, full).Replace('\\', '/'));
    }

    /// <summary>The files in a folder and the folders below it, links to folders not followed, in ordinal order.</summary>
    /// <param name="folder">The folder as named.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <param name="wanted">Whether a file of that name is meant.</param>
    /// <exception cref="CommandException">There is no such folder, or it can't be read.</exception>
    public static IReadOnlyList<FilePath> InFolder(string folder, Surroundings surroundings, Func<string, bool> wanted)
    {
        var full = Path.GetFullPath(folder, surroundings.WorkingDirectory);
        if (!Directory.Exists(full))
        {
            throw new CommandException(ExitCode.Usage, $"there is no folder `{folder}`");
        }

        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
            return [.. Directory.EnumerateFiles(full, "*", options)
                .Where(file => wanted(Path.GetFileName(file)))
                .Select(file => Name(file, surroundings))
                .OrderBy(file => file.Shown, StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new CommandException(ExitCode.Usage, $"the folder `{folder}` can't be read: allow it, or name the files in it");
        }
    }

    /// <summary>The bytes of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be read.</exception>
    public static byte[] Read(FilePath file, Surroundings surroundings)
    {
        try
        {
            return file.IsStandardInput ? ReadAll(surroundings.Input) : File.ReadAllBytes(file.Full);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"`{file.Shown}` can't be read: {problem.Message}");
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}

/// <summary>Where a file is, and how it is shown.</summary>
/// <param name="Full">The absolute path; empty for standard input.</param>
/// <param name="Shown">The path from the working directory, with forward slashes; <c>-</c> for standard input.</param>
internal readonly record struct FilePath(string Full, string Shown)
{
    /// <summary>Standard input.</summary>
    public static FilePath StandardInput { get; } = new("", "-");

    /// <summary>Whether it is standard input.</summary>
    public bool IsStandardInput => Full.Length == 0;
}
