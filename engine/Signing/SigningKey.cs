using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using BouncyCastleEd25519 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace PolicyCheck.Signing;

/// <summary>A private key, with which documents are signed; the same key and bytes give the same signature.</summary>
public sealed class SigningKey
{
    private readonly byte[] _secret;

    private SigningKey(byte[] secret, VerificationKey publicKey)
    {
        _secret = secret;
        PublicKey = publicKey;
    }

    /// <summary>The key against which its signatures verify.</summary>
    public VerificationKey PublicKey { get; }

    /// <summary>The name of the key, which is that of its public key.</summary>
    public string Id => PublicKey.Id;

    /// <summary>Reads a private key that isn't encrypted from a PEM text: PKCS #8, or SEC 1 as <c>openssl ecparam -genkey</c> writes it.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="key">The key.</param>
    /// <param name="problem">What is wrong with it, and what to do about it; it quotes nothing of the key.</param>
    public static bool TryRead(string pem, [NotNullWhen(true)] out SigningKey? key, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        key = PemKey.Find(pem, isPrivate: true, out problem) is { } found && found.Algorithm(out problem) is { } algorithm
            ? algorithm == KeyAlgorithm.Ed25519 ? ReadEd25519(found.Der, out problem) : ReadEcdsa(found, out problem)
            : null;
        return key is not null;
    }

    /// <summary>Signs.</summary>
    /// <param name="data">The bytes, which are hashed as the algorithm says.</param>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        if (PublicKey.Algorithm == KeyAlgorithm.Ed25519)
        {
            var signature = new byte[BouncyCastleEd25519.SignatureSize];
            BouncyCastleEd25519.Sign(_secret, 0, data.ToArray(), 0, data.Length, signature, 0);
            return signature;
        }

        // The platform's ECDSA draws a random number; RFC 6979 makes it from the key and the bytes.
        var curve = new ECDomainParameters(SecNamedCurves.GetByOid(SecObjectIdentifiers.SecP256r1));
        var signer = new ECDsaSigner(new HMacDsaKCalculator(new Sha256Digest()));
        signer.Init(forSigning: true, new ECPrivateKeyParameters(new BigInteger(1, _secret), curve));
        var parts = signer.GenerateSignature(SHA256.HashData(data));
        return StandardDsaEncoding.Instance.Encode(curve.N, parts[0], parts[1]);
    }

    private static SigningKey? ReadEcdsa(PemKey found, out string problem)
    {
        try
        {
            using var ecdsa = ECDsa.Create();
            if (found.Label == PemKey.EcPrivateKey)
            {
                ecdsa.ImportECPrivateKey(found.Der, out _);
            }
            else
            {
                ecdsa.ImportPkcs8PrivateKey(found.Der, out _);
            }

            var parameters = ecdsa.ExportParameters(includePrivateParameters: true);
            problem = parameters.Curve.Oid?.Value == VerificationKey.P256 ? "" : PemKey.OtherCurve;
            return problem.Length == 0 && parameters.D is { } secret ? new(secret, VerificationKey.Of(ecdsa)) : null;
        }
        catch (CryptographicException)
        {
            problem = PemKey.Damaged;
            return null;
        }
        catch (PlatformNotSupportedException)
        {
            problem = PemKey.OtherCurve;
            return null;
        }
    }

    private static SigningKey? ReadEd25519(byte[] der, out string problem)
    {
        problem = PemKey.Damaged;
        try
        {
            var key = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            key.ReadInteger();
            key.ReadSequence();
            var seed = new AsnReader(key.ReadOctetString(), AsnEncodingRules.DER).ReadOctetString();
            if (seed.Length != BouncyCastleEd25519.SecretKeySize)
            {
                return null;
            }

            var point = new byte[BouncyCastleEd25519.PublicKeySize];
            BouncyCastleEd25519.GeneratePublicKey(seed, 0, point, 0);
            return new(seed, VerificationKey.OfEd25519(point));
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
