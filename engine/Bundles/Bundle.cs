using System.Collections.Immutable;
using PolicyCheck.Loading;
using PolicyCheck.Signing;

namespace PolicyCheck.Bundles;

/// <summary>Rule sets with the vocabulary they are written in, as one archive: the same files give the same bytes, in whatever order they come.</summary>
public sealed class Bundle
{
    private readonly SealedArchive _archive;

    private Bundle(string name, string? revision, SealedArchive archive)
    {
        Name = name;
        Revision = revision;
        _archive = archive;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Which state of the rules it holds, as whoever built it says, or null.</summary>
    public string? Revision { get; }

    /// <summary>The files, in ordinal order of their paths.</summary>
    public ImmutableArray<PolicyFile> Files => _archive.Files;

    /// <summary>The name of the key that signed it, or null; a claim only, where it was read without that key.</summary>
    public string? SignedBy => _archive.Signature?.Signatures.FirstOrDefault()?.KeyId;

    /// <summary>Puts files into a bundle.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="revision">Which state of the rules it holds, or null.</param>
    /// <param name="files">The files, whose paths are those of <see cref="ArchivePath"/> and differ.</param>
    public static Bundle Of(string name, string? revision, IEnumerable<PolicyFile> files)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ImmutableArray<PolicyFile> sorted = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        foreach (var file in sorted)
        {
            if (ArchivePath.Problem(file.Path) is { } problem)
            {
                throw new ArgumentException(problem, nameof(files));
            }
        }

        return new(name, revision, new(ArchiveKind.Bundle, Index(name, revision, sorted), sorted, null));
    }

    /// <summary>Reads a bundle, once it is verified: its signature, the digest of each file, and that it is as it was written to the byte. Nothing of a rule is looked at before.</summary>
    /// <param name="archive">The bytes.</param>
    /// <param name="key">The key that has to have signed it, or null, which shows damage but not who built it.</param>
    /// <exception cref="NotVerifiedException">It doesn't verify.</exception>
    public static Bundle Read(ReadOnlyMemory<byte> archive, VerificationKey? key)
    {
        var read = SealedArchive.Read(archive, ArchiveKind.Bundle, key);
        var (name, revision) = FileList.Read(read.Index, read.Kind, root => (FileList.Text(root, "name"), root.TryGetProperty("revision", out _) ? FileList.Text(root, "revision") : null));
        return read.Index.Span.SequenceEqual(Index(name, revision, read.Files))
            ? new(name, revision, read)
            : throw new NotVerifiedException($"`{read.Kind.IndexName}` isn't as it was written: take a fresh copy of the bundle from where it was built");
    }

    /// <summary>The same bundle, signed with a key, whoever signed it before.</summary>
    /// <param name="key">The key.</param>
    public Bundle Sign(SigningKey key) => new(Name, Revision, _archive.Sign(key));

    /// <summary>The bundle as an archive, for a file.</summary>
    public byte[] ToArchive() => _archive.Write();

    private static byte[] Index(string name, string? revision, ImmutableArray<PolicyFile> files) => FileList.Write(files, json =>
    {
        json.WriteString("name", name);
        if (revision is not null)
        {
            json.WriteString("revision", revision);
        }
    });
}
