using System.Security.Cryptography;
using System.Text;
using PolicyCheck.Cli.Tests.Waivers;
using PolicyCheck.Evidence;
using PolicyCheck.Loading;

namespace PolicyCheck.Cli.Tests;

public sealed class PackTests : IDisposable
{
    private static readonly string[] Pack = ["pack", "searching.manifest.yaml", "reviewed.manifest.yaml", "--rules", "rules", "--as-of", "2026-11-23", "-o", "shops.pack"];

    private readonly Folder _folder = Texts.ShopFolder();

    public PackTests()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem()).Write("public.pem", key.ExportSubjectPublicKeyInfoPem());
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _folder.Write("other-public.pem", other.ExportSubjectPublicKeyInfoPem());
    }

    [Fact]
    public async Task A_pack_holds_the_report_that_check_writes_and_replays_to_the_same_bytes()
    {
        await Holds(Pack);
        var report = (await In(["check", .. Pack[1..^2], "-o", "json"])).Output;
        Assert.Equal(report, Encoding.UTF8.GetString(Read().Report.Span));
        Assert.StartsWith("✓ same  2 manifests and 2 rule files as of 2026-11-23: non-compliant", (await Holds("replay", "shops.pack")).Output, StringComparison.Ordinal);
    }

    // Nothing of what it was made from is needed.
    [Fact]
    public async Task A_pack_replays_in_another_folder_on_another_day()
    {
        await Holds([.. Pack, "--signing-key", "key.pem"]);
        using var elsewhere = new Folder().Write("shops.pack", Bytes()).Write("public.pem", _folder.Read("public.pem")).Write(".policycheck.yaml", "strict: true\n");
        var run = await Run.In(elsewhere.Path, "replay", "shops.pack", "--public-key", "public.pem");
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task The_same_things_give_the_same_pack()
    {
        await Holds([.. Pack, "--signing-key", "key.pem"]);
        var first = Bytes();
        await Holds([.. Pack, "--signing-key", "key.pem"]);
        Assert.Equal(first, Bytes());
    }

    [Fact]
    public async Task The_built_in_rules_the_configuration_and_its_own_rules_are_packed()
    {
        _folder.Write(".policycheck.yaml", "rules: rules\nruleSets: [amazon-*]\nstrict: true\noutput: [json=never.json]\n");
        await Holds("pack", "searching.manifest.yaml", "--as-of", "2026-11-23", "-o", "shops.pack");
        var pack = Read();
        Assert.Equal((".policycheck.yaml", true, BuiltInRules.Files.Length + 1), (pack.Configuration?.Path, pack.Options.Strict, pack.Rules.Length));
        Assert.Equal(["rules/shops.rules.yaml"], pack.OwnRules);
        Assert.Equal((await In("check", "searching.manifest.yaml", "--as-of", "2026-11-23", "-o", "json")).Output, Encoding.UTF8.GetString(pack.Report.Span));
        await Holds("replay", "shops.pack");
        Assert.DoesNotContain("never.json", _folder.Names);
    }

    [Fact]
    public async Task Waivers_are_packed_and_one_that_was_exchanged_is_told()
    {
        using var gate = new Register();
        var run = await gate.Run("pack", "gate.manifest.yaml", "--rules", "rules", "--waivers", "waivers.yaml", "--as-of", Register.Today, "-o", Path.Combine(_folder.Path, "shops.pack"));
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
        var pack = Read();
        Assert.Equal(("waivers.yaml", "compliant"), (pack.Waivers.Single().Path, pack.Verdict));
        await Holds("replay", "shops.pack");
        _folder.Write("shops.pack", (pack with { Waivers = [.. pack.Waivers.Select(file => file with { Content = Replaced(file, "Ada Lovelace", "Mary Somerville") })] }).ToArchive(null));
        var replayed = await In("replay", "shops.pack");
        Assert.Equal(ExitCode.DoesNotHold, replayed.Code);
        Assert.Contains("Mary Somerville", replayed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifests_outside_the_working_directory_are_packed_under_safe_names()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "below"));
        var run = await Run.In(Path.Combine(_folder.Path, "below"), "pack", "../searching.manifest.yaml", "--rules", "../rules", "--as-of", "2026-11-23", "-o", "../shops.pack");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Equal("../searching.manifest.yaml", Read().Manifests.Single().Path);
        await Holds("replay", "shops.pack");
    }

    [Theory]
    [InlineData("manifest", "report.json/manifests/1: the pack has other keys")]
    [InlineData("rules", "rule set shops: the report was made with sha256:")]
    [InlineData("date", "date: the report is about 2026-11-23, and the pack about 2020-01-01")]
    [InlineData("version", "program version: the report was made by 0.0.9, and this is ")]
    [InlineData("options", "report.json/")]
    [InlineData("verdict", "verdict: the pack says compliant, and its parts give non-compliant")]
    [InlineData("space", "report.json: it says the same in other bytes")]
    [InlineData("report", "report.json: the packed one is no report")]
    public async Task A_part_that_was_exchanged_is_told_though_the_pack_was_made_anew(string part, string told)
    {
        _folder.Write("rules/advice.rules.yaml", Texts.ShopGuidance);
        await Holds(Pack);
        var pack = Read();
        var report = Encoding.UTF8.GetString(pack.Report.Span);
        var changed = part switch
        {
            "manifest" => pack with { Manifests = [.. pack.Manifests.Select(file => file with { Content = Replaced(file, "humanReview: false", "humanReview: true") })] },
            "rules" => pack with { Rules = [.. pack.Rules.Select(file => file with { Content = Replaced(file, "Stop searching.", "Stop it.") })] },
            "date" => pack with { AsOf = new(2020, 1, 1) },
            "version" => pack with { ProgramVersion = "0.0.9", Report = Encoding.UTF8.GetBytes(report.Replace("retail", "wholesale", StringComparison.Ordinal)) },
            "options" => pack with { Options = pack.Options with { AdvisoryCounts = true } },
            "verdict" => pack with { Verdict = "compliant" },
            "space" => pack with { Report = Encoding.UTF8.GetBytes(report + "\n") },
            _ => pack with { Report = "[]"u8.ToArray() },
        };
        _folder.Write("shops.pack", changed.ToArchive(null));
        var run = await In("replay", "shops.pack");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Contains(told, string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_random_corruptions_are_all_caught_before_anything_is_read()
    {
        await Holds([.. Pack, "--signing-key", "key.pem"]);
        var archive = Bytes();
        var random = new Random(20261124);
        for (var round = 0; round < 1000; round++)
        {
            _folder.Write("shops.pack", BundleTests.Corrupted(archive, random));
            var run = await In("replay", "shops.pack", "--public-key", "public.pem");
            Assert.True(run.Code == ExitCode.NotVerified, $"{run.Code}: {run.Error}");
            Assert.StartsWith("policycheck: `shops.pack` isn't verified: ", run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
            Assert.Empty(run.Output);
        }
    }

    [Fact]
    public async Task A_pack_that_another_signed_or_nobody_or_that_is_a_bundle_is_refused()
    {
        await Holds([.. Pack, "--signing-key", "key.pem"]);
        Assert.Equal(ExitCode.NotVerified, (await In("replay", "shops.pack", "--public-key", "other-public.pem")).Code);
        await Holds(Pack);
        Assert.Equal(ExitCode.NotVerified, (await In("replay", "shops.pack", "--public-key", "public.pem")).Code);
        await Holds("bundle", "build", "rules", "-o", "shops.bundle");
        Assert.Equal(ExitCode.NotVerified, (await In("replay", "shops.bundle")).Code);
        Assert.Equal(ExitCode.NotVerified, (await In("bundle", "inspect", "shops.pack")).Code);
        Assert.Equal(ExitCode.Usage, (await In("replay", "nowhere.pack")).Code);
    }

    [Fact]
    public async Task A_manifest_with_errors_makes_no_pack()
    {
        var run = await In("pack", "broken.manifest.yaml", "--rules", "rules", "-o", "shops.pack");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("broken.manifest.yaml:2:", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("shops.pack", _folder.Names);
        Assert.Equal(ExitCode.Usage, (await In("pack", "searching.manifest.yaml", "--rules", "rules")).Code);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Replaced(PolicyFile file, string from, string to) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Content.Span).Replace(from, to, StringComparison.Ordinal));

    private byte[] Bytes() => File.ReadAllBytes(Path.Combine(_folder.Path, "shops.pack"));

    private EvidencePack Read() => EvidencePack.Read(Bytes(), null);

    private Task<Run> In(params string[] args) => Run.In(_folder.Path, args);

    private async Task<Run> Holds(params string[] args)
    {
        var run = await In(args);
        Assert.True(run.Code == ExitCode.Holds, run.Error + run.Output);
        return run;
    }
}
