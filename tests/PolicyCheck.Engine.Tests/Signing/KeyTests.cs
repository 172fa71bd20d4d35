using System.Security.Cryptography;
using System.Text;
using PolicyCheck.Signing;

namespace PolicyCheck.Tests.Signing;

public sealed class KeyTests
{
    [Fact]
    public void Ed25519_signs_as_RFC_8032_has_it()
    {
        Assert.Equal(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
            Convert.ToHexStringLower(Keys.Signing(Keys.Ed25519).Sign([])));
    }

    [Fact]
    public void Ecdsa_signs_as_RFC_6979_has_it()
    {
        using var ecdsa = Keys.P256();
        Assert.Equal(
            "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
            Convert.ToHexStringLower(Keys.Signing(ecdsa.ExportPkcs8PrivateKeyPem()).Sign("sample"u8)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_a_key_signs_its_public_key_verifies_and_nothing_else(string secret, string open)
    {
        var (signing, verification) = (Keys.Signing(secret), Keys.Verification(open));
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = signing.Sign("the act"u8);
        Assert.Equal(signing.Id, verification.Id);
        Assert.True(verification.Verifies("the act"u8, signature));
        Assert.False(verification.Verifies("The act"u8, signature));
        Assert.False(Keys.Verification(stranger.ExportSubjectPublicKeyInfoPem()).Verifies("the act"u8, signature));
        foreach (var at in Enumerable.Range(0, signature.Length))
        {
            byte[] damaged = [.. signature];
            damaged[at] ^= 1;
            Assert.False(verification.Verifies("the act"u8, damaged));
        }

        Assert.False(verification.Verifies("the act"u8, []));
        Assert.False(verification.Verifies("the act"u8, [.. signature, 0]));
    }

    public static TheoryData<string, string> Pairs()
    {
        using var ecdsa = Keys.P256();
        return new()
        {
            { Keys.Ed25519, Keys.Ed25519Public },
            { ecdsa.ExportPkcs8PrivateKeyPem(), ecdsa.ExportSubjectPublicKeyInfoPem() },
            { $"-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n{ecdsa.ExportECPrivateKeyPem()}", ecdsa.ExportSubjectPublicKeyInfoPem() },
        };
    }

    [Fact]
    public void A_keys_name_is_the_digest_of_its_public_part_in_DER()
    {
        using var ecdsa = Keys.P256();
        var expected = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(ecdsa.ExportSubjectPublicKeyInfo()));
        Assert.Equal(expected, Keys.Verification(ecdsa.ExportSubjectPublicKeyInfoPem()).Id);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_key_that_cannot_be_used_is_refused_with_a_cure(string pem, bool isPrivate, string part)
    {
        string? problem;
        Assert.False(isPrivate ? SigningKey.TryRead(pem, out _, out problem) : VerificationKey.TryRead(pem, out _, out problem));
        Assert.Contains(part, problem, StringComparison.Ordinal);
        Assert.Contains(": ", problem, StringComparison.Ordinal);
    }

    public static TheoryData<string, bool, string> Unusable()
    {
        using var p256 = Keys.P256();
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var encrypted = p256.ExportEncryptedPkcs8PrivateKeyPem("secret", new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000));
        return new()
        {
            { "", true, "there is no key" },
            { "nothing", false, "there is no key" },
            { p384.ExportPkcs8PrivateKeyPem(), true, "named curve P-256" },
            { p384.ExportECPrivateKeyPem(), true, "named curve P-256" },
            { p384.ExportSubjectPublicKeyInfoPem(), false, "named curve P-256" },
            { rsa.ExportPkcs8PrivateKeyPem(), true, "RSA" },
            { rsa.ExportRSAPrivateKeyPem(), true, "RSA" },
            { rsa.ExportSubjectPublicKeyInfoPem(), false, "RSA" },
            { encrypted, true, "encrypted" },
            { encrypted, false, "private key" },
            { "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END EC PRIVATE KEY-----\n", true, "encrypted" },
            { p256.ExportSubjectPublicKeyInfoPem(), true, "public key" },
            { p256.ExportPkcs8PrivateKeyPem(), false, "private key" },
            { "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", false, "certificate" },
            { "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n", true, "OPENSSH" },
            { "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", true, "damaged" },
            { "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n", true, "damaged" },
            { "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n-----END PUBLIC KEY-----\n", false, "damaged" },
            { Keys.Ed25519Public.Replace("MCowBQYDK2Vw", "MCowBQYDK2Vu", StringComparison.Ordinal), false, "1.3.101.110" },
        };
    }

    [Fact]
    public void Damaged_keys_are_refused_and_nothing_is_thrown()
    {
        using var ecdsa = Keys.P256();
        var random = new Random(5);
        byte[][] keys = [ecdsa.ExportPkcs8PrivateKey(), ecdsa.ExportECPrivateKey(), ecdsa.ExportSubjectPublicKeyInfo()];
        foreach (var key in Enumerable.Range(0, 600).Select(round => keys[round % keys.Length]))
        {
            byte[] damaged = [.. key];
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            foreach (var label in new[] { "PRIVATE KEY", "EC PRIVATE KEY", "PUBLIC KEY" })
            {
                var pem = PemEncoding.WriteString(label, damaged);
                _ = SigningKey.TryRead(pem, out var signing, out _);
                Assert.True(signing is null || signing.PublicKey.Verifies("x"u8, signing.Sign("x"u8)), Convert.ToHexString(damaged));
                _ = VerificationKey.TryRead(pem, out _, out _);
            }
        }
    }

    [Fact]
    public void The_text_around_a_key_is_passed_over()
    {
        Assert.Equal(Keys.Signing(Keys.Ed25519).Id, Keys.Signing($"our key\n{Keys.Ed25519}\n{Encoding.UTF8.GetString([0x23])} end").Id);
    }
}
