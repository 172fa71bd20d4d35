using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyCheck.Signing;

/// <summary>A document with its signatures, as the Dead Simple Signing Envelope v1 has it.</summary>
/// <param name="PayloadType">The media type of the document, which is signed along with it.</param>
/// <param name="Payload">The document.</param>
/// <param name="Signatures">The signatures; an envelope of ours may have none, which then vouches for nothing.</param>
public sealed record DsseEnvelope(string PayloadType, ReadOnlyMemory<byte> Payload, ImmutableArray<DsseSignature> Signatures)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts a document into an envelope.</summary>
    /// <param name="payloadType">The media type of the document.</param>
    /// <param name="payload">The document.</param>
    /// <param name="key">The key to sign it with, or null for an envelope without a signature.</param>
    public static DsseEnvelope Of(string payloadType, ReadOnlySpan<byte> payload, SigningKey? key)
    {
        ArgumentException.ThrowIfNullOrEmpty(payloadType);
        return new(payloadType, payload.ToArray(), key is null ? [] : [new(key.Id, key.Sign(PreAuthenticationEncoding(payloadType, payload)))]);
    }

    /// <summary>Reads an envelope from JSON; keys that the specification doesn't have are passed over, as it asks.</summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <param name="envelope">The envelope.</param>
    /// <param name="problems">Everything that is wrong, each with what to do about it.</param>
    public static bool TryRead(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out DsseEnvelope? envelope, out ImmutableArray<string> problems)
    {
        (envelope, problems) = DsseReader.Read(json);
        return envelope is not null;
    }

    /// <summary>Whether one of the signatures names the key and is by its owner, over this document and type.</summary>
    /// <param name="key">The public key.</param>
    public bool Verifies(VerificationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var signed = PreAuthenticationEncoding(PayloadType, Payload.Span);
        return Signatures.Any(signature => (signature.KeyId.Length == 0 || signature.KeyId == key.Id) && key.Verifies(signed, signature.Signature.Span));
    }

    /// <summary>Writes the envelope as a JSON object.</summary>
    /// <param name="json">Where to.</param>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("payloadType", PayloadType);
        json.WriteBase64String("payload", Payload.Span);
        json.WriteStartArray("signatures");
        foreach (var signature in Signatures)
        {
            json.WriteStartObject();
            if (signature.KeyId.Length > 0)
            {
                json.WriteString("keyid", signature.KeyId);
            }

            json.WriteBase64String("sig", signature.Signature.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The envelope as a JSON document, indented, with a final line break; the same envelope gives the same bytes.</summary>
    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json);
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>The bytes that are signed: both parts with their lengths, so that neither can be taken for a piece of the other.</summary>
    /// <param name="payloadType">The media type.</param>
    /// <param name="payload">The document.</param>
    internal static byte[] PreAuthenticationEncoding(string payloadType, ReadOnlySpan<byte> payload) =>
        [.. Encoding.UTF8.GetBytes($"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} "), .. payload];
}
