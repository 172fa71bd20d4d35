using System.Text;
using PolicyCheck.Bundles;
using PolicyCheck.Loading;
using PolicyCheck.Signing;
using PolicyCheck.Tests.Signing;
using PolicyCheck.Text;

namespace PolicyCheck.Tests.Bundles;

public sealed class BundleTests
{
    private static readonly VerificationKey Key = Keys.Verification(Keys.Ed25519Public);

    private static readonly Bundle Unsigned = Bundle.Of("shops", "2026-11", [File("rules/b.rules.yaml", "b"), File("rules/a.rules.yaml", ""), File("vocabulary.yaml", "core")]);

    private static readonly byte[] Signed = Unsigned.Sign(Keys.Signing(Keys.Ed25519)).ToArchive();

    [Fact]
    public void The_same_files_give_the_same_bytes_in_whatever_order_they_come()
    {
        var again = Bundle.Of("shops", "2026-11", Unsigned.Files.Reverse());
        Assert.Equal(Unsigned.ToArchive(), again.ToArchive());
        Assert.Equal(Signed, again.Sign(Keys.Signing(Keys.Ed25519)).ToArchive());
    }

    // Whoever has a bundle of an earlier version must be able to verify it with a later one.
    [Fact]
    public void The_bytes_of_a_bundle_stay_what_they_are() =>
        Assert.Equal("sha256:33196138", ContentDigest.Of(Signed)[..15]);

    [Fact]
    public void A_bundle_reads_as_it_was_built()
    {
        var read = Bundle.Read(Signed, Key);
        Assert.Equal(("shops", "2026-11", Key.Id), (read.Name, read.Revision, read.SignedBy));
        Assert.Equal([("rules/a.rules.yaml", ""), ("rules/b.rules.yaml", "b"), ("vocabulary.yaml", "core")], read.Files.Select(file => (file.Path, Encoding.UTF8.GetString(file.Content.Span))));
        Assert.Null(Bundle.Read(Bundle.Of("x", null, []).ToArchive(), null).Revision);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_byte_of_a_bundle_can_be_changed_unseen(bool isSigned)
    {
        var archive = isSigned ? Signed : Unsigned.ToArchive();
        for (var at = 0; at < archive.Length; at++)
        {
            byte[] damaged = [.. archive];
            damaged[at] ^= (byte)(1 << (at % 8));
            Assert.Throws<NotVerifiedException>(() => Bundle.Read(damaged, isSigned ? Key : null));
        }
    }

    // Without the key the seal shows damage of the signature too.
    [Fact]
    public void Nor_can_a_byte_of_a_signed_bundle_that_no_key_is_asked_of()
    {
        for (var at = 0; at < Signed.Length; at += 3)
        {
            byte[] damaged = [.. Signed];
            damaged[at] ^= 0x40;
            Assert.Throws<NotVerifiedException>(() => Bundle.Read(damaged, null));
        }
    }

    [Fact]
    public void Nor_can_one_be_cut_lengthened_or_doubled()
    {
        for (var length = 0; length < Signed.Length; length += 97)
        {
            Assert.Throws<NotVerifiedException>(() => Bundle.Read(Signed.AsMemory(0, length), Key));
        }

        Assert.Throws<NotVerifiedException>(() => Bundle.Read((byte[])[.. Signed, 0], Key));
        Assert.Throws<NotVerifiedException>(() => Bundle.Read((byte[])[.. Signed, .. new byte[512]], Key));
        Assert.Throws<NotVerifiedException>(() => Bundle.Read((byte[])[.. Signed, .. Signed], Key));
    }

    [Fact]
    public void A_bundle_that_is_not_signed_or_signed_by_another_does_not_verify()
    {
        using var other = Keys.P256();
        Refused("isn't signed", Unsigned.ToArchive(), Key);
        Refused("is signed by", Signed, Keys.Verification(other.ExportSubjectPublicKeyInfoPem()));
    }

    [Fact]
    public void The_latest_signature_stands_alone()
    {
        using var other = Keys.P256();
        var again = Bundle.Read(Signed, Key).Sign(Keys.Signing(other.ExportPkcs8PrivateKeyPem())).ToArchive();
        Refused("is signed by", again, Key);
        Assert.Equal("shops", Bundle.Read(again, Keys.Verification(other.ExportSubjectPublicKeyInfoPem())).Name);
    }

    [Fact]
    public void What_was_exchanged_added_or_left_out_is_named_though_it_was_sealed_anew()
    {
        var signature = SealedArchive.Read(Signed, ArchiveKind.Bundle, Key);
        Refused("`rules/b.rules.yaml` isn't the file", (signature with { Files = signature.Files.SetItem(1, File("rules/b.rules.yaml", "c")) }).Write(), Key);
        Refused("`rules/c.rules.yaml` was added", (signature with { Files = signature.Files.Add(File("rules/c.rules.yaml", "c")) }).Write(), Key);
        Refused("`rules/b.rules.yaml` is missing", (signature with { Files = signature.Files.RemoveAt(1) }).Write(), Key);
        Refused("doesn't verify", (signature with { Index = Bundle.Of("other", null, signature.Files).ToArchive().AsMemory(512, 100) }).Write(), Key);
    }

    [Fact]
    public void An_index_that_means_the_same_in_other_bytes_is_refused()
    {
        var archive = SealedArchive.Read(Unsigned.ToArchive(), ArchiveKind.Bundle, null);
        Refused("isn't as it was written", (archive with { Index = (byte[])[.. archive.Index.Span, (byte)' '] }).Write(), null);
        Refused("version 9.0", (archive with { Index = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(archive.Index.Span).Replace("1.0", "9.0", StringComparison.Ordinal)) }).Write(), null);
        Refused("can't be read", (archive with { Index = Encoding.UTF8.GetBytes("{}") }).Write(), null);
        Refused("can't be read", (archive with { Index = Encoding.UTF8.GetBytes("x") }).Write(), null);
    }

    private static PolicyFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static void Refused(string part, byte[] archive, VerificationKey? key) =>
        Assert.Contains(part, Assert.Throws<NotVerifiedException>(() => Bundle.Read(archive, key)).Message, StringComparison.Ordinal);
}
