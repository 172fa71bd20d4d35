using System.Security.Cryptography;
using PolicyCheck.Signing;

namespace PolicyCheck.Tests.Signing;

/// <summary>Keys that tests make; none of them is used anywhere else.</summary>
internal static class Keys
{
    /// <summary>The Ed25519 key of RFC 8032, section 7.1, test 1.</summary>
    public const string Ed25519 = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";

    public const string Ed25519Public = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n";

    /// <summary>The P-256 key of RFC 6979, appendix A.2.5.</summary>
    public static ECDsa P256()
    {
        var secret = Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");
        return ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = secret,
            Q = new ECPoint
            {
                X = Convert.FromHexString("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"),
                Y = Convert.FromHexString("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"),
            },
        });
    }

    public static SigningKey Signing(string pem) => SigningKey.TryRead(pem, out var key, out var problem) ? key : throw new ArgumentException(problem);

    public static VerificationKey Verification(string pem) => VerificationKey.TryRead(pem, out var key, out var problem) ? key : throw new ArgumentException(problem);
}
