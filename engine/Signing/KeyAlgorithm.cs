namespace PolicyCheck.Signing;

/// <summary>The algorithms by which documents are signed.</summary>
public enum KeyAlgorithm
{
    /// <summary>ECDSA on the curve P-256 with SHA-256; signatures in DER, as RFC 3279 has them.</summary>
    EcdsaP256,

    /// <summary>Ed25519 of RFC 8032, without a hash before it.</summary>
    Ed25519,
}
