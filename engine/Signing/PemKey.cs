using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PolicyCheck.Signing;

/// <summary>The key in a PEM text (RFC 7468), before it is known which algorithm it is of.</summary>
/// <param name="Label">The label, such as <c>PRIVATE KEY</c>.</param>
/// <param name="Der">The key in DER.</param>
internal sealed record PemKey(string Label, byte[] Der)
{
    public const string EcParameters = "EC PARAMETERS";
    public const string EcPrivateKey = "EC PRIVATE KEY";
    public const string PrivateKey = "PRIVATE KEY";
    public const string PublicKey = "PUBLIC KEY";

    private const string Ed25519 = "1.3.101.112";
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string Rsa = "1.2.840.113549.1.1.1";

    private const string MakeOne = "make one with `openssl genpkey -algorithm ed25519` or `openssl ecparam -name prime256v1 -genkey -noout`";

    /// <summary>The key, or null with what is wrong.</summary>
    public static PemKey? Find(string pem, bool isPrivate, out string problem)
    {
        problem = "";
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            var label = rest[fields.Label].ToString();
            // `openssl ecparam -genkey` writes the curve before the key.
            if (label != EcParameters)
            {
                problem = ProblemOf(label, isPrivate);
                return problem.Length == 0 ? new(label, Convert.FromBase64String(rest[fields.Base64Data].ToString())) : null;
            }

            rest = rest[fields.Location.End..];
        }

        // The older form of encryption puts lines before the base64, which RFC 7468 has not.
        problem = pem.Contains(",ENCRYPTED", StringComparison.Ordinal) ? Encrypted : $"there is no key in PEM in it: {(isPrivate ? MakeOne : Extract)}";
        return null;
    }

    /// <summary>The algorithm, or null with what is wrong.</summary>
    public KeyAlgorithm? Algorithm(out string problem)
    {
        problem = "";
        if (Label == EcPrivateKey)
        {
            return KeyAlgorithm.EcdsaP256;
        }

        try
        {
            var key = new AsnReader(Der, AsnEncodingRules.DER).ReadSequence();
            if (Label == PrivateKey)
            {
                key.ReadInteger();
            }

            var oid = key.ReadSequence().ReadObjectIdentifier();
            problem = oid switch
            {
                EcPublicKey or Ed25519 => "",
                Rsa => $"RSA keys aren't used here, only ECDSA on P-256 and Ed25519: {MakeOne}",
                _ => $"keys of the algorithm {oid} aren't used here, only ECDSA on P-256 and Ed25519: {MakeOne}",
            };
            return oid switch
            {
                EcPublicKey => KeyAlgorithm.EcdsaP256,
                Ed25519 => KeyAlgorithm.Ed25519,
                _ => null,
            };
        }
        catch (AsnContentException)
        {
            problem = Damaged;
            return null;
        }
    }

    /// <summary>What is said of a key that can't be read.</summary>
    public static string Damaged => "the key is damaged: take a fresh copy of it";

    /// <summary>What is said of a key on another curve.</summary>
    public static string OtherCurve => $"the key isn't on the named curve P-256: {MakeOne}";

    private const string Encrypted = "the key is encrypted, and nobody is there to type its password: decrypt a copy with `openssl pkey -in KEY -out PLAIN`";
    private const string Extract = "write the public key with `openssl pkey -in KEY -pubout`";

    private static string ProblemOf(string label, bool isPrivate) => (label, isPrivate) switch
    {
        (PrivateKey or EcPrivateKey, true) or (PublicKey, false) => "",
        (PrivateKey or EcPrivateKey or "ENCRYPTED PRIVATE KEY", false) => $"this is a private key, and verifying takes the public one: {Extract}",
        (PublicKey, true) => "this is a public key, and signing takes the private one: name the file that holds it",
        ("ENCRYPTED PRIVATE KEY", true) => Encrypted,
        ("RSA PRIVATE KEY" or "RSA PUBLIC KEY", _) => $"RSA keys aren't used here, only ECDSA on P-256 and Ed25519: {MakeOne}",
        ("CERTIFICATE", false) => "this is a certificate: take the key out of it with `openssl x509 -in CERTIFICATE -noout -pubkey`",
        _ => $"`{label}` isn't a form of key that is read here: {(isPrivate ? MakeOne : Extract)}",
    };
}
