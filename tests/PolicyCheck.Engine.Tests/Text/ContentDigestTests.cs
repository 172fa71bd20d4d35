using System.Security.Cryptography;
using PolicyCheck.Text;

namespace PolicyCheck.Tests;

/// <summary>Names of contents, whichever library digests them.</summary>
public sealed class ContentDigestTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1_300_000).Select(i => (byte)(i * 31 + (i >> 8)))];

    [Fact]
    public void Both_libraries_come_to_the_same_at_every_length_around_a_block()
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        foreach (var length in Enumerable.Range(0, 200).Append(Content.Length))
        {
            ContentDigest.HashManaged(Content.AsSpan(0, length), hash);
            Assert.Equal(SHA256.HashData(Content.AsSpan(0, length)), hash);
        }
    }

    [Fact]
    public void A_name_stays_the_same_when_the_library_changes()
    {
        // More than is digested before OpenSSL is loaded.
        Assert.All(Enumerable.Range(1, 6), i =>
            Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Content.AsSpan(0, i * 200_000))), ContentDigest.Of(Content.AsSpan(0, i * 200_000))));
    }
}
