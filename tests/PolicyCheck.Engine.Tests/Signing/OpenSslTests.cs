using System.Diagnostics;
using PolicyCheck.Signing;

namespace PolicyCheck.Tests.Signing;

public sealed class OpenSslTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policycheck-");

    [Theory]
    [InlineData("ecparam -name prime256v1 -genkey -out key.pem", "dgst -sha256 -verify public.pem -signature signature data")]
    [InlineData("ecparam -name prime256v1 -genkey -noout -out key.pem", "dgst -sha256 -verify public.pem -signature signature data")]
    [InlineData("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem", "dgst -sha256 -verify public.pem -signature signature data")]
    [InlineData("genpkey -algorithm ed25519 -out key.pem", "pkeyutl -verify -pubin -inkey public.pem -rawin -in data -sigfile signature")]
    public void Keys_made_by_openssl_sign_and_openssl_verifies_it(string make, string verify)
    {
        OpenSsl(make);
        OpenSsl("pkey -in key.pem -pubout -out public.pem");
        var key = Keys.Signing(Read("key.pem"));
        File.WriteAllText(PathOf("data"), "the act");
        File.WriteAllBytes(PathOf("signature"), key.Sign("the act"u8));
        OpenSsl(verify);
        Assert.True(Keys.Verification(Read("public.pem")).Verifies("the act"u8, File.ReadAllBytes(PathOf("signature"))));
    }

    [Theory]
    [InlineData("genpkey -algorithm ed25519 -aes256 -pass pass:secret -out key.pem", "encrypted")]
    [InlineData("ecparam -name secp256k1 -genkey -out key.pem", "named curve P-256")]
    [InlineData("ecparam -name prime256v1 -param_enc explicit -genkey -out key.pem", "named curve P-256")]
    [InlineData("genrsa -traditional -out key.pem 2048", "RSA")]
    [InlineData("genpkey -algorithm x25519 -out key.pem", "1.3.101.110")]
    public void Keys_of_another_kind_are_refused_with_a_cure(string make, string part)
    {
        OpenSsl(make);
        Assert.False(SigningKey.TryRead(Read("key.pem"), out _, out var problem));
        Assert.Contains(part, problem, StringComparison.Ordinal);
        Assert.Contains(": ", problem, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Read(string name) => File.ReadAllText(PathOf(name));

    private void OpenSsl(string arguments)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "openssl")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "openssl isn't installed");
        using var process = Process.Start(new ProcessStartInfo(program ?? "", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true });
        Assert.NotNull(process);
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
    }
}
