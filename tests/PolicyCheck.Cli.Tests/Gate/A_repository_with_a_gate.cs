using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using PolicyCheck.Cli.Tests.Authoring;

namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>The life of one deployment in a repository: it fails, is fixed, fails again, is waived, and the waiver lapses; nothing turns the gate green unseen.</summary>
public sealed class A_repository_with_a_gate
{
    private const string Rules = "waivable: {by: [City council], for: 90 days, citation: 'act, section 9'}\n";

    private static readonly string[] Reports = ["-o", "github", "-o", "markdown=summary.md", "-o", "sarif=out.sarif"];

    [Fact]
    public async Task Each_step_of_the_gate_behaves_as_told()
    {
        using var folder = new Folder()
            .Write("law/shops.rules.yaml", Texts.ShopRules.With("severity: high\n", "severity: high\n    " + Rules))
            .Write(".policycheck.yaml", "manifests: [deployments]\nrules: [law]\nruleSets: []\nwaivers: [waivers.yaml]\n")
            .Write("waivers.yaml", "waivers: []\n")
            .Write("deployments/shop.manifest.yaml", Shop.Unreviewed);
        Git(folder, "init", "-q");
        Commit(folder, "a shop that searches faces");

        var failing = await Check(folder, "2026-03-01");
        Assert.Equal(ExitCode.DoesNotHold, failing.Code);
        Assert.StartsWith("::error file=deployments/shop.manifest.yaml,line=3,endLine=3,", failing.Output, StringComparison.Ordinal);
        Assert.Contains("title=shops/no-search::Prohibited: A shop may not search faces", failing.Output, StringComparison.Ordinal);
        Assert.Contains("❌ non-compliant", folder.Read("summary.md"), StringComparison.Ordinal);

        folder.Write("deployments/shop.manifest.yaml", Shop.Unreviewed.With("humanReview: false", "humanReview: true"));
        Commit(folder, "look at every match");
        var mended = await Check(folder, "2026-03-01");
        Assert.Equal(ExitCode.Holds, mended.Code);
        Assert.DoesNotContain("::error", mended.Output, StringComparison.Ordinal);

        folder.Write("deployments/shop.manifest.yaml", Shop.Unreviewed);
        var own = Waiver(folder, by: "Shop keeper");
        folder.Write("waivers.yaml", own);
        Commit(folder, "nobody looks, and the shop excuses itself");
        var excused = await Check(folder, "2026-03-01");
        Assert.Equal(ExitCode.DoesNotHold, excused.Code);
        Assert.Contains("waivers.yaml:", excused.Error, StringComparison.Ordinal);

        folder.Write("waivers.yaml", Waiver(folder, by: "City council"));
        Commit(folder, "the council grants a pilot");
        var waived = await Check(folder, "2026-03-01");
        Assert.Equal((ExitCode.Holds, ""), (waived.Code, waived.Error));
        Assert.StartsWith("::notice file=deployments/shop.manifest.yaml,line=3,", waived.Output, StringComparison.Ordinal);
        Assert.Contains("\"suppressions\"", folder.Read("out.sarif"), StringComparison.Ordinal);
        Assert.Contains("Waived: 1", folder.Read("summary.md"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Holds, (await Check(folder, "2026-03-31")).Code);

        var lapsed = await Check(folder, "2026-04-01");
        Assert.Equal(ExitCode.DoesNotHold, lapsed.Code);
        Assert.StartsWith("::error file=deployments/shop.manifest.yaml,line=3,", lapsed.Output, StringComparison.Ordinal);
        Assert.Contains("`pilot` ended on 2026-03-31", lapsed.Error, StringComparison.Ordinal);

        folder.Write("deployments/shop.manifest.yaml", Shop.Unreviewed + "# another version\n");
        Assert.Equal(ExitCode.DoesNotHold, (await Check(folder, "2026-03-01")).Code);
        Assert.Equal(4, Git(folder, "log", "--oneline", "--", "waivers.yaml", "deployments").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static Task<Run> Check(Folder folder, string asOf) => Run.In(folder.Path, ["check", "--as-of", asOf, .. Reports]);

    private static string Waiver(Folder folder, string by)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Read("deployments/shop.manifest.yaml"))));
        return $"""
            waivers:
              - id: pilot
                rule: shops/no-search
                deployment: unreviewed
                digest: sha256:{digest}
                reason: a pilot of thirty days
                grantor: Ada Lovelace
                authority: {by}
                requestedBy: The shop
                from: 2026-03-01
                to: 2026-03-31

            """;
    }

    private static void Commit(Folder folder, string message)
    {
        Git(folder, "add", "-A");
        Git(folder, "-c", "user.name=somebody", "-c", "user.email=somebody@example.org", "commit", "-q", "-m", message);
    }

    private static string Git(Folder folder, params string[] words)
    {
        var start = new ProcessStartInfo("git", words) { WorkingDirectory = folder.Path, RedirectStandardOutput = true };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git doesn't start");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
