namespace PolicyCheck.Signing;

/// <summary>One signature of an envelope.</summary>
/// <param name="KeyId">The name of the key, or empty: a hint, which nothing vouches for.</param>
/// <param name="Signature">The signature.</param>
public sealed record DsseSignature(string KeyId, ReadOnlyMemory<byte> Signature);
