using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Loading;
using PolicyCheck.Signing;
using PolicyCheck.Text;

namespace PolicyCheck.Bundles;

/// <summary>
/// Files with an index that names the digest of each, the signature of that index, and at the end the digest of all before it.
/// There is one way to write the same content, so an archive that differs from it in any byte was changed.
/// </summary>
/// <param name="Kind">Which kind of archive it is.</param>
/// <param name="Index">The index, in JSON.</param>
/// <param name="Files">The files.</param>
/// <param name="Signature">The signed index, or null.</param>
internal sealed record SealedArchive(ArchiveKind Kind, ReadOnlyMemory<byte> Index, ImmutableArray<PolicyFile> Files, DsseEnvelope? Signature)
{
    private const string SignaturesName = "signatures.json";
    private const string SealName = "seal.sha256";

    /// <summary>Signs the index, in place of any signature before.</summary>
    public SealedArchive Sign(SigningKey key) => this with { Signature = DsseEnvelope.Of(Kind.MediaType, Index.Span, key) };

    /// <summary>The archive's bytes.</summary>
    public byte[] Write()
    {
        ImmutableArray<PolicyFile> entries =
        [
            new(Kind.IndexName, Index),
            .. Files.OrderBy(file => file.Path, StringComparer.Ordinal),
            .. Signature is null ? [] : ImmutableArray.Create(new PolicyFile(SignaturesName, Signature.ToJson())),
        ];
        var seal = ContentDigest.Of(TarArchive.Write(entries).AsSpan()[..^TarArchive.EndMarker]);
        return TarArchive.Write([.. entries, new(SealName, Encoding.UTF8.GetBytes(seal + "\n"))]);
    }

    /// <summary>Reads an archive and verifies all of it that can be verified without knowing what its index means.</summary>
    /// <param name="archive">The bytes.</param>
    /// <param name="kind">Which kind it has to be.</param>
    /// <param name="key">The key that has to have signed it, or null where digests are enough.</param>
    /// <exception cref="NotVerifiedException">It isn't of this kind, isn't signed by this key, or was changed.</exception>
    public static SealedArchive Read(ReadOnlyMemory<byte> archive, ArchiveKind kind, VerificationKey? key)
    {
        var entries = TarArchive.Read(archive);
        if (entries.IsEmpty || entries[0].Path != kind.IndexName)
        {
            throw new NotVerifiedException($"this isn't a file of the kind {kind.Name}: its first file isn't `{kind.IndexName}`");
        }

        var isSigned = entries.Length > 2 && entries[^2].Path == SignaturesName;
        var read = new SealedArchive(kind, entries[0].Content, [.. entries.Skip(1).SkipLast(isSigned ? 2 : 1)], isSigned ? Envelope(entries[^2]) : null);
        if (key is not null)
        {
            read.Verify(key);
        }

        FileList.Verify(read.Index, read.Files, kind);
        return archive.Span.SequenceEqual(read.Write())
            ? read
            : throw new NotVerifiedException($"the {kind.Name} isn't as it was written, though its files are: take a fresh copy of it from where it was built");
    }

    private void Verify(VerificationKey key)
    {
        if (Signature is null)
        {
            throw new NotVerifiedException($"the {Kind.Name} isn't signed: ask for one that is signed");
        }

        if (Signature.Signatures is not [{ } signature] || signature.KeyId != key.Id)
        {
            throw new NotVerifiedException($"the {Kind.Name} is signed by {string.Join(", ", Signature.Signatures.Select(other => other.KeyId).DefaultIfEmpty("nobody"))} and not by {key.Id}: name the public key of who should have signed it, or don't use it");
        }

        if (Signature.PayloadType != Kind.MediaType || !Signature.Payload.Span.SequenceEqual(Index.Span) || !Signature.Verifies(key))
        {
            throw new NotVerifiedException($"the signature of the {Kind.Name} doesn't verify: it was changed after it was signed, so don't use it");
        }
    }

    private static DsseEnvelope Envelope(PolicyFile file) => DsseEnvelope.TryRead(file.Content, out var envelope, out var problems)
        ? envelope
        : throw new NotVerifiedException($"`{file.Path}` of the archive can't be used: {problems[0]}");
}
