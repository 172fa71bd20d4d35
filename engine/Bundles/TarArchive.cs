using System.Collections.Immutable;
using System.Formats.Tar;
using PolicyCheck.Loading;
using PolicyCheck.Signing;

namespace PolicyCheck.Bundles;

/// <summary>Files as one uncompressed tar in the ustar form, without times, owners and anything but plain files.</summary>
internal static class TarArchive
{
    /// <summary>How many bytes of zeros end an archive.</summary>
    public const int EndMarker = 1024;

    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes files in the order given.</summary>
    public static byte[] Write(IEnumerable<PolicyFile> files)
    {
        using var buffer = new MemoryStream();
        using (var tar = new TarWriter(buffer, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var content = new MemoryStream(file.Content.ToArray());
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, file.Path) { DataStream = content, Mode = Mode, ModificationTime = DateTimeOffset.UnixEpoch });
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Reads an archive into memory; nothing of it is ever put anywhere else.</summary>
    /// <exception cref="NotVerifiedException">It isn't such an archive, or holds what one of ours never does.</exception>
    public static ImmutableArray<PolicyFile> Read(ReadOnlyMemory<byte> archive)
    {
        if (archive.Length > ArchiveLimits.MaxBytes)
        {
            throw Refused($"it is larger than {ArchiveLimits.MaxBytes} bytes");
        }

        var files = ImmutableArray.CreateBuilder<PolicyFile>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var stream = new MemoryStream(archive.ToArray(), writable: false);
        using var tar = new TarReader(stream);
        try
        {
            while (tar.GetNextEntry() is { } entry)
            {
                files.Add(Read(entry));
                if (!names.Add(entry.Name))
                {
                    throw Refused($"`{entry.Name}` is in it twice");
                }

                if (files.Count > ArchiveLimits.MaxFiles)
                {
                    throw Refused($"it holds more than {ArchiveLimits.MaxFiles} files");
                }
            }
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            throw Refused("it isn't a tar archive, or a damaged one");
        }

        return files.ToImmutable();
    }

    private static PolicyFile Read(TarEntry entry)
    {
        if (Problem(entry) is { } problem)
        {
            throw Refused(problem);
        }

        var content = new byte[entry.Length];
        entry.DataStream?.ReadExactly(content);
        return new(entry.Name, content);
    }

    private static string? Problem(TarEntry entry) => entry.EntryType switch
    {
        TarEntryType.SymbolicLink or TarEntryType.HardLink => $"`{entry.Name}` is a link",
        TarEntryType.Directory => $"`{entry.Name}` is a folder",
        TarEntryType.CharacterDevice or TarEntryType.BlockDevice or TarEntryType.Fifo => $"`{entry.Name}` is a device",
        TarEntryType.RegularFile when entry.Format == TarEntryFormat.Ustar => entry.Length > ArchiveLimits.MaxFileBytes
            ? $"`{entry.Name}` is larger than {ArchiveLimits.MaxFileBytes} bytes"
            : ArchivePath.Problem(entry.Name),
        _ => $"`{entry.Name}` is no plain file of the ustar form",
    };

    private static NotVerifiedException Refused(string problem) => new($"the archive is refused, since {problem}: take a fresh copy of it from where it was built");
}
