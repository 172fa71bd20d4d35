using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PolicyCheck.Cli.Tests.Gate;

public sealed class AttestationTests
{
    private static readonly string[] Check = ["check", "--no-config", "--rules", "law", "deployments", "--as-of", "2026-11-23", "-o", "intoto"];

    [Fact]
    public async Task Statements_are_signed_with_the_key_that_is_named()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var folder = Shop.Project("manifests: [deployments]\n", Shop.Reviewed);
        folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        var run = await Run.In(folder.Path, [.. Check, "--signing-key", "key.pem"]);
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
        var envelope = JsonNode.Parse(run.Output.Split('\n')[1])!;
        var payload = Convert.FromBase64String(envelope["payload"]!.GetValue<string>());
        byte[] signed = [.. Encoding.ASCII.GetBytes($"DSSEv1 28 application/vnd.in-toto+json {payload.Length} "), .. payload];
        Assert.True(key.VerifyData(signed, Convert.FromBase64String(envelope["signatures"]![0]!["sig"]!.GetValue<string>()), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    [Fact]
    public async Task Without_a_key_the_user_is_told_that_they_are_unsigned_and_how_to_sign()
    {
        using var folder = Shop.Project("manifests: [deployments]\n", Shop.Reviewed);
        var run = await Run.In(folder.Path, Check);
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Equal("policycheck: the in-toto statements are unsigned, so nobody can tell who made them: sign them with `--signing-key PEM`", run.Error.Trim());
        Assert.Empty(JsonNode.Parse(run.Output.Split('\n')[0])!["signatures"]!.AsArray());
    }

    [Fact]
    public async Task A_file_that_holds_no_private_key_is_misuse_and_nothing_is_written()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var folder = Shop.Project("manifests: [deployments]\n", Shop.Reviewed);
        folder.Write("public.pem", key.ExportSubjectPublicKeyInfoPem());
        var run = await Run.In(folder.Path, [.. Check, "--signing-key", "public.pem"]);
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Contains("`public.pem` can't sign", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_with_nothing_to_sign_is_misuse()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var folder = Shop.Project("manifests: [deployments]\n", Shop.Reviewed);
        folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        var run = await Run.In(folder.Path, [.. Check[..^1], "json", "--signing-key", "key.pem"]);
        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Contains("none are asked for: add `-o intoto=FILE`", run.Error, StringComparison.Ordinal);
    }
}
