using System.Security.Cryptography;

namespace PolicyCheck.Text;

/// <summary>Names contents by their digest, as <c>sha256sum</c> would.</summary>
public static class ContentDigest
{
    /// <summary>The SHA-256 of a file's bytes, as <c>sha256:</c> and lower-case hexadecimal digits.</summary>
    /// <param name="content">The bytes.</param>
    public static string Of(ReadOnlySpan<byte> content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
