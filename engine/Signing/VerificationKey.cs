using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using BouncyCastleEd25519 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace PolicyCheck.Signing;

/// <summary>A public key, against which signatures are verified.</summary>
public sealed class VerificationKey
{
    internal const string P256 = "1.2.840.10045.3.1.7";

    private readonly byte[] _subjectPublicKeyInfo;
    private readonly byte[] _point;

    private VerificationKey(KeyAlgorithm algorithm, byte[] subjectPublicKeyInfo, byte[] point)
    {
        Algorithm = algorithm;
        _subjectPublicKeyInfo = subjectPublicKeyInfo;
        _point = point;
        Id = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(subjectPublicKeyInfo))}";
    }

    /// <summary>What it verifies.</summary>
    public KeyAlgorithm Algorithm { get; }

    /// <summary>Its name: <c>sha256:</c> and the digest of its SubjectPublicKeyInfo in DER, which <c>openssl pkey -pubin -outform DER | sha256sum</c> gives too.</summary>
    public string Id { get; }

    /// <summary>Reads a public key from a PEM text, as <c>openssl pkey -pubout</c> writes it.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="key">The key.</param>
    /// <param name="problem">What is wrong with it, and what to do about it.</param>
    public static bool TryRead(string pem, [NotNullWhen(true)] out VerificationKey? key, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        key = PemKey.Find(pem, isPrivate: false, out problem) is { } found && found.Algorithm(out problem) is { } algorithm
            ? algorithm == KeyAlgorithm.Ed25519 ? ReadEd25519(found.Der, out problem) : ReadEcdsa(found.Der, out problem)
            : null;
        return key is not null;
    }

    /// <summary>Whether a signature is of these bytes and by the owner of this key.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="signature">The signature, in the form of the algorithm.</param>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (Algorithm == KeyAlgorithm.Ed25519)
        {
            return signature.Length == BouncyCastleEd25519.SignatureSize && BouncyCastleEd25519.Verify(signature.ToArray(), 0, _point, 0, data.ToArray(), 0, data.Length);
        }

        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
        return ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    internal static VerificationKey Of(ECDsa key) => new(KeyAlgorithm.EcdsaP256, key.ExportSubjectPublicKeyInfo(), []);

    internal static VerificationKey OfEd25519(byte[] point)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.3.101.112");
            }

            writer.WriteBitString(point);
        }

        return new(KeyAlgorithm.Ed25519, writer.Encode(), point);
    }

    private static VerificationKey? ReadEcdsa(byte[] der, out string problem)
    {
        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(der, out var read);
            if (read == der.Length)
            {
                problem = ecdsa.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value == P256 ? "" : PemKey.OtherCurve;
                return problem.Length == 0 ? Of(ecdsa) : null;
            }
        }
        catch (CryptographicException)
        {
            // Said below.
        }
        catch (PlatformNotSupportedException)
        {
            problem = PemKey.OtherCurve;
            return null;
        }

        problem = PemKey.Damaged;
        return null;
    }

    private static VerificationKey? ReadEd25519(byte[] der, out string problem)
    {
        problem = PemKey.Damaged;
        try
        {
            var key = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            key.ReadSequence();
            var point = key.ReadBitString(out _);
            // A point of small order would let anybody sign.
            return point.Length == BouncyCastleEd25519.PublicKeySize && BouncyCastleEd25519.ValidatePublicKeyFull(point, 0) ? OfEd25519(point) : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
