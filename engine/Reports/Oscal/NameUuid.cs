using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Names things by UUIDs made from what they are, as version 5 of RFC 9562 has it: the same thing has the same one in every run.</summary>
internal static class NameUuid
{
    // Made once, at random; another would give everything another name.
    private static readonly Guid Namespace = new("6f0a1d2e-4c3b-4a57-9d86-2b1e7c5f9a34");

    /// <summary>The UUID of a name.</summary>
    /// <param name="parts">The parts of the name; no part can hold a NUL, since paths and identifiers can't.</param>
    public static string Of(params ReadOnlySpan<string> parts) => Of(Namespace, string.Join('\0', parts));

    /// <summary>The UUID of a name in a namespace.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="name">The name.</param>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "version 5 is defined with SHA-1, and nothing rests on it but a name")]
    public static string Of(Guid space, string name)
    {
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }
}
