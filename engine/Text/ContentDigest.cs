using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace PolicyCheck.Text;

/// <summary>Names contents by their digest, as <c>sha256sum</c> would.</summary>
public static class ContentDigest
{
    // .NET digests by OpenSSL on Linux. Loading that takes longer than digesting so many bytes without it, and a check seldom needs more.
    private static long _bytesBeforeOpenSsl = OperatingSystem.IsLinux() ? 1 << 20 : 0;

    /// <summary>The SHA-256 of a file's bytes, as <c>sha256:</c> and lower-case hexadecimal digits.</summary>
    /// <param name="content">The bytes.</param>
    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (Volatile.Read(ref _bytesBeforeOpenSsl) > 0 && Interlocked.Add(ref _bytesBeforeOpenSsl, -content.Length) >= 0)
        {
            HashManaged(content, hash);
        }
        else
        {
            SHA256.HashData(content, hash);
        }

        return "sha256:" + Convert.ToHexStringLower(hash);
    }

    /// <summary>The SHA-256 of bytes, without the system's library.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="hash">Takes the 32 bytes of the digest.</param>
    internal static void HashManaged(ReadOnlySpan<byte> content, Span<byte> hash)
    {
        var digest = new Sha256Digest();
        digest.BlockUpdate(content);
        digest.DoFinal(hash);
    }
}
