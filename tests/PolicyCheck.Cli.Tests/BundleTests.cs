using System.Security.Cryptography;

namespace PolicyCheck.Cli.Tests;

public sealed class BundleTests : IDisposable
{
    private static readonly string[] Build = ["bundle", "build", "rules", "-o", "shops.bundle", "--revision", "2026-11", "--signing-key", "key.pem"];
    private static readonly string[] Check = ["check", "searching.manifest.yaml", "--as-of", "2026-11-23", "--explain", "off"];
    private static readonly string[] Signed = ["--rules", "shops.bundle", "--public-key", "public.pem"];

    private readonly Folder _folder = Texts.ShopFolder();

    public BundleTests()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem()).Write("public.pem", key.ExportSubjectPublicKeyInfoPem());
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _folder.Write("other.pem", other.ExportPkcs8PrivateKeyPem()).Write("other-public.pem", other.ExportSubjectPublicKeyInfoPem());
    }

    [Fact]
    public async Task A_signed_bundle_decides_as_the_folder_it_was_built_from()
    {
        await Holds(Build);
        var folder = await In([.. Check, "--rules", "rules"]);
        Assert.Equal((ExitCode.DoesNotHold, folder.Output), await Outcome([.. Check, .. Signed]));
        Assert.Equal((ExitCode.DoesNotHold, folder.Output), await Outcome([.. Check, "--rules", "shops.bundle", "--allow-unsigned"]));
    }

    [Fact]
    public async Task Every_verb_that_takes_rules_takes_a_bundle()
    {
        await Holds(Build);
        Assert.Contains("shops", (await Holds(["list", .. Signed])).Output, StringComparison.Ordinal);
        Assert.Contains("A shop may not search faces", (await Holds(["explain", "shops/no-search", .. Signed])).Output, StringComparison.Ordinal);
        Assert.Contains("draft-07", (await Holds(["schema", "manifest", .. Signed])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_that_no_key_vouches_for_is_refused_unless_that_is_allowed()
    {
        await Holds([.. Build[..^2]]);
        await Refused("--allow-unsigned", [.. Check, "--rules", "shops.bundle"]);
        await Refused("isn't signed", [.. Check, .. Signed]);
        Assert.Equal(ExitCode.DoesNotHold, (await In([.. Check, "--rules", "shops.bundle", "--allow-unsigned"])).Code);
    }

    [Fact]
    public async Task A_bundle_signed_by_another_is_refused_until_it_is_signed_by_the_right_key()
    {
        await Holds(Build);
        await Refused("is signed by", ["bundle", "verify", "shops.bundle", "--public-key", "other-public.pem"]);
        await Holds("bundle", "sign", "shops.bundle", "--signing-key", "other.pem");
        await Holds("bundle", "verify", "shops.bundle", "--public-key", "other-public.pem");
        await Refused("is signed by", [.. Check, .. Signed]);
    }

    // The verb reads rules and nothing else, so what it doesn't refuse it would show.
    [Fact]
    public async Task A_thousand_random_corruptions_are_all_caught_before_a_rule_is_read()
    {
        await Holds(Build);
        var archive = await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "shops.bundle"), TestContext.Current.CancellationToken);
        var random = new Random(20261123);
        for (var round = 0; round < 1000; round++)
        {
            _folder.Write("shops.bundle", Corrupted(archive, random));
            await Refused("", ["list", .. Signed]);
        }

        _folder.Write("shops.bundle", archive);
        await Holds(["list", .. Signed]);
    }

    [Fact]
    public async Task A_key_that_cannot_be_used_is_told_before_anything_is_written()
    {
        _folder.Write("wrong.pem", "no key");
        var run = await In([.. Build[..^1], "wrong.pem"]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("`wrong.pem` can't sign: there is no key", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("shops.bundle", _folder.Names);
        Assert.Contains("`key.pem` can't verify: this is a private key", (await In([.. Check, "--rules", "public.pem", "--public-key", "key.pem"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_with_errors_make_no_bundle()
    {
        _folder.Write("rules/wrong.rules.yaml", "ruleSet: wrong\n");
        var run = await In(Build);
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("rules/wrong.rules.yaml:1:", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("shops.bundle", _folder.Names);
    }

    [Fact]
    public async Task Files_of_one_name_in_two_folders_are_told()
    {
        _folder.Write("more/shops.rules.yaml", Texts.ShopRules);
        var run = await In("bundle", "build", "rules", "more", "-o", "shops.bundle");
        Assert.Equal((ExitCode.Usage, true), (run.Code, run.Error.Contains("`shops.rules.yaml` is in two of the folders", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_built_in_rules_verify()
    {
        Assert.Contains("✓ verified  the built-in rules", (await Holds("bundle", "verify", "--built-in")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await In("bundle", "verify")).Code);
        Assert.Equal(ExitCode.Usage, (await In("bundle", "verify", "x", "--built-in")).Code);
    }

    [Theory]
    [InlineData("bundle-inspect.txt", "text")]
    [InlineData("bundle-inspect.json", "json")]
    public async Task What_a_bundle_holds_is_shown_as_agreed(string golden, string format)
    {
        // A vocabulary of its own, so that the text doesn't change with the built-in one.
        _folder.Write("own/vocabulary.yaml", OwnVocabulary).Write("own/shops.rules.yaml", OwnRules)
            .Write("ed25519.pem", "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n");
        await Holds("bundle", "build", "own", "-o", "own.bundle", "--name", "Our shops", "--revision", "2026-11", "--signing-key", "ed25519.pem");
        Golden.Verify(golden, (await Holds("bundle", "inspect", "own.bundle", "-o", format)).Output);
    }

    public void Dispose() => _folder.Dispose();

    private const string OwnVocabulary = """
        vocabulary: core
        facts:
          places: {type: places, meaning: Where it is used., question: Where is it used?, askWho: operator}

        """;

    private static readonly string OwnRules = Texts.ShopRules
        .Replace("prohibits: {deployer.sector: retail, system.function: identification}", "prohibits: {places: US}", StringComparison.Ordinal)
        .Replace("when: {safeguards.humanReview: true}", "when: {places: US-OR}", StringComparison.Ordinal);

    internal static byte[] Corrupted(byte[] archive, Random random)
    {
        byte[] damaged = [.. archive];
        switch (random.Next(5))
        {
            case 0:
                return damaged[..random.Next(damaged.Length)];
            case 1:
                var at = random.Next(damaged.Length);
                return [.. damaged[..at], (byte)random.Next(256), .. damaged[at..]];
            case 2:
                Flip(damaged, random, 1);
                return damaged;
            default:
                Flip(damaged, random, random.Next(1, 20));
                return damaged.AsSpan().SequenceEqual(archive) ? damaged[1..] : damaged;
        }
    }

    private static void Flip(byte[] bytes, Random random, int times)
    {
        for (; times > 0; times--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        }
    }

    private Task<Run> In(params string[] args) => Run.In(_folder.Path, args);

    private async Task<(ExitCode Code, string Output)> Outcome(string[] args) => await In(args) is var run ? (run.Code, run.Output) : default;

    private async Task<Run> Holds(params string[] args)
    {
        var run = await In(args);
        Assert.True(run.Code == ExitCode.Holds, run.Error);
        return run;
    }

    private async Task Refused(string part, string[] args)
    {
        var run = await In(args);
        Assert.True(run.Code == ExitCode.NotVerified, $"{run.Code}: {run.Error}");
        Assert.Contains(part, run.Error, StringComparison.Ordinal);
        Assert.StartsWith("policycheck: `shops.bundle` ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(run.Output);
    }
}
