using System.IO.Enumeration;
using PolicyCheck.Bundles;
using PolicyCheck.Reading;
using PolicyCheck.Text;

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

    /// <summary>The files in a folder and the folders below it, in ordinal order. Links aren't followed; that is told of those that may lead to such files.</summary>
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
            var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
            var found = new FileSystemEnumerable<(FilePath File, bool IsLink)>(full, (ref entry) => (Name(entry.ToFullPath(), surroundings), IsLink(ref entry)), options)
            {
                ShouldIncludePredicate = (ref entry) => entry.IsDirectory ? IsLink(ref entry) : wanted(entry.FileName.ToString()),
                ShouldRecursePredicate = (ref entry) => !IsLink(ref entry),
            }.OrderBy(one => one.File.Shown, StringComparer.Ordinal).ToLookup(one => one.IsLink, one => one.File);
            foreach (var link in found[true])
            {
                surroundings.Error.WriteLine($"policycheck: `{VisibleText.Of(link.Shown)}` is a link, which isn't followed: name it to have it read");
            }

            return [.. found[false]];
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new CommandException(ExitCode.Usage, $"the folder `{folder}` can't be read: allow it, or name the files in it");
        }
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    /// <summary>The bytes of a file, however long a device or a pipe would go on.</summary>
    /// <param name="file">The file.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be read, or is larger than any file that is read.</exception>
    public static byte[] Read(FilePath file, Surroundings surroundings) => Read(file, ArchiveLimits.MaxBytes, surroundings) is var bytes && bytes.Length <= ArchiveLimits.MaxBytes
        ? bytes
        : throw new CommandException(ExitCode.InvalidInput, $"`{file.Shown}` is larger than {ArchiveLimits.MaxBytes} bytes: divide it, or name another file");

    /// <summary>The bytes of a file within limits; of a larger one a byte more than is allowed, so that whoever reads it refuses it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limits">The limits by which it is read.</param>
    /// <param name="surroundings">What the program takes from outside.</param>
    /// <exception cref="CommandException">It can't be read.</exception>
    public static byte[] Read(FilePath file, ReadingLimits limits, Surroundings surroundings) => Read(file, limits.MaxBytes, surroundings);

    private static byte[] Read(FilePath file, int most, Surroundings surroundings)
    {
        try
        {
            if (file.IsStandardInput)
            {
                return ReadUpTo(surroundings.Input, most);
            }

            using var stream = new FileStream(file.Full, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return stream.CanSeek && stream.Length is > 0 and var length && length <= most ? ReadWhole(stream, (int)length) : ReadUpTo(stream, most);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Usage, $"`{file.Shown}` can't be read: {problem.Message}");
        }
    }

    private static byte[] ReadWhole(FileStream stream, int length)
    {
        var bytes = new byte[length];
        var count = stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        return count == length ? bytes : bytes[..count];
    }

    // What has no length of its own: standard input, pipes, devices, files that the system makes up.
    private static byte[] ReadUpTo(Stream stream, int most)
    {
        using var all = new MemoryStream();
        var piece = new byte[80 * 1024];
        while (all.Length <= most && stream.Read(piece) is > 0 and var count)
        {
            all.Write(piece, 0, (int)Math.Min(count, most + 1L - all.Length));
        }

        return all.ToArray();
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
