using System.Text;
using PolicyCheck.Signing;

namespace PolicyCheck.Tests.Signing;

public sealed class DsseEnvelopeTests
{
    private const string Type = "http://example.com/HelloWorld";

    [Fact]
    public void What_is_signed_is_type_and_document_with_their_lengths() =>
        Assert.Equal("DSSEv1 29 http://example.com/HelloWorld 11 hello world", Encoding.UTF8.GetString(DsseEnvelope.PreAuthenticationEncoding(Type, "hello world"u8)));

    [Fact]
    public void An_envelope_reads_as_it_was_written_and_verifies()
    {
        var written = DsseEnvelope.Of(Type, "hello world"u8, Keys.Signing(Keys.Ed25519));
        Assert.True(DsseEnvelope.TryRead(written.ToJson(), out var read, out var problems));
        Assert.Empty(problems);
        Assert.Equal(written.ToJson(), read.ToJson());
        Assert.Equal("hello world"u8, read.Payload.Span);
        Assert.True(read.Verifies(Keys.Verification(Keys.Ed25519Public)));
    }

    [Fact]
    public void Another_type_document_or_key_does_not_verify()
    {
        var envelope = DsseEnvelope.Of(Type, "hello world"u8, Keys.Signing(Keys.Ed25519));
        var key = Keys.Verification(Keys.Ed25519Public);
        using var stranger = Keys.P256();
        Assert.False((envelope with { PayloadType = "text/plain" }).Verifies(key));
        Assert.False((envelope with { Payload = Encoding.UTF8.GetBytes("hello worle") }).Verifies(key));
        Assert.False((envelope with { Signatures = [] }).Verifies(key));
        Assert.False((envelope with { Signatures = [envelope.Signatures[0] with { KeyId = "sha256:00" }] }).Verifies(key));
        Assert.False(envelope.Verifies(Keys.Verification(stranger.ExportSubjectPublicKeyInfoPem())));
    }

    [Fact]
    public void A_signature_that_names_no_key_and_either_alphabet_of_base64_are_read()
    {
        var envelope = DsseEnvelope.Of(Type, "~~~???"u8, Keys.Signing(Keys.Ed25519));
        var json = Encoding.UTF8.GetString((envelope with { Signatures = [envelope.Signatures[0] with { KeyId = "" }] }).ToJson());
        Assert.DoesNotContain("keyid", json, StringComparison.Ordinal);
        Assert.Contains("fn5+Pz8/", json, StringComparison.Ordinal);
        Assert.True(DsseEnvelope.TryRead(Encoding.UTF8.GetBytes(json.Replace("fn5+Pz8/", "fn5-Pz8_", StringComparison.Ordinal)), out var read, out _));
        Assert.True(read.Verifies(Keys.Verification(Keys.Ed25519Public)));
    }

    [Fact]
    public void An_envelope_without_signatures_is_written_and_read() =>
        Assert.True(DsseEnvelope.TryRead(DsseEnvelope.Of(Type, "x"u8, null).ToJson(), out var read, out _) && read.Signatures.IsEmpty);

    [Theory]
    [InlineData("", 1)]
    [InlineData("[]", 1)]
    [InlineData("{}", 3)]
    [InlineData("""{"payload":"%","payloadType":7,"signatures":[{"keyid":1},[],{"sig":"*"}]}""", 6)]
    [InlineData("""{"payload":"","payloadType":"\ud800","signatures":[]}""", 1)]
    [InlineData("""{"payload":"\ud800","payloadType":"t","signatures":[]}""", 1)]
    [InlineData("""{"payload":"","payload":"","payloadType":"t","signatures":[]}""", 1)]
    public void Every_problem_of_an_envelope_is_told(string json, int count)
    {
        Assert.False(DsseEnvelope.TryRead(Encoding.UTF8.GetBytes(json), out _, out var problems));
        Assert.Equal(count, problems.Length);
    }
}
