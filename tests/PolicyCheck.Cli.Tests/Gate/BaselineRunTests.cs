namespace PolicyCheck.Cli.Tests.Gate;

public sealed class BaselineRunTests
{
    private const string Own = "manifests: [deployments]\nrules: [law]\nruleSets: []\nbaseline: policycheck.baseline.json\n";

    [Fact]
    public async Task Only_what_is_new_fails_the_build_and_the_rest_ages_in_plain_sight()
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed);
        var missing = await Run.In(folder.Path, "check");
        Assert.Equal(ExitCode.Usage, missing.Code);

        var written = await Run.In(folder.Path, "check", "--no-config", "--rules", "law", "deployments", "--as-of", "2026-01-05", "--write-baseline", "policycheck.baseline.json");
        Assert.Equal(ExitCode.Holds, written.Code);
        Assert.Contains("has 1 findings now: 1 added, 0 gone", written.Error, StringComparison.Ordinal);

        var known = await Run.In(folder.Path, "check", "--as-of", "2026-11-23");
        Assert.Equal(ExitCode.Holds, known.Code);
        Assert.Contains("NON-COMPLIANT", known.Output, StringComparison.Ordinal);
        Assert.Contains("has it since 2026-01-05 (322 days), so it doesn't fail the check", known.Output, StringComparison.Ordinal);
        Assert.Contains("Baseline policycheck.baseline.json of 2026-01-05: 0 new, 1 unchanged, 0 updated, 0 gone; the oldest since 2026-01-05 (322 days)", Unwrapped(known.Output), StringComparison.Ordinal);

        folder.Write("deployments/second.manifest.yaml", Shop.Unreviewed);
        var second = await Run.In(folder.Path, "check", "--as-of", "2026-11-23");
        Assert.Equal(ExitCode.DoesNotHold, second.Code);
        Assert.Contains("1 new, 1 unchanged", Unwrapped(second.Output), StringComparison.Ordinal);

        folder.Write("deployments/second.manifest.yaml", Shop.Reviewed).Write("deployments/shop.manifest.yaml", Shop.Reviewed);
        var cured = await Run.In(folder.Path, "check", "--as-of", "2026-11-23");
        Assert.Equal(ExitCode.Holds, cured.Code);
        Assert.Contains("0 new, 0 unchanged, 0 updated, 1 gone", Unwrapped(cured.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_question_that_becomes_a_failure_is_new()
    {
        using var folder = Shop.Project(Own, Shop.Unsaid);
        Assert.Equal(ExitCode.Usage, (await Run.In(folder.Path, "check")).Code);
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, "check", "--no-config", "--rules", "law", "deployments", "--write-baseline", "policycheck.baseline.json")).Code);
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, "check")).Code);
        folder.Write("deployments/shop.manifest.yaml", Shop.Unreviewed);
        Assert.Equal(ExitCode.DoesNotHold, (await Run.In(folder.Path, "check")).Code);
    }

    [Fact]
    public async Task A_baseline_is_the_same_from_whichever_folder_it_is_written()
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed);
        await Run.In(folder.Path, "check", "--no-config", "--rules", "law", "deployments", "--as-of", "2026-01-05", "--write-baseline", "a.json");
        await Run.In(Path.Combine(folder.Path, "law"), "check", "--no-config", "--rules", ".", "../deployments", "--as-of", "2026-01-05", "--write-baseline", "../b.json");
        Assert.Equal(folder.Read("a.json"), folder.Read("b.json"));
        Assert.Contains("\"path\": \"deployments/shop.manifest.yaml\"", folder.Read("a.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_baseline_is_written_of_manifests_that_were_refused()
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed + "nonsense: true\n");
        var run = await Run.In(folder.Path, "check", "--no-config", "--rules", "law", "deployments", "--write-baseline", "b.json");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.False(File.Exists(Path.Combine(folder.Path, "b.json")));
    }

    [Fact]
    public async Task A_baseline_with_mistakes_compares_nothing()
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed).Write("policycheck.baseline.json", "{\"schemaVersion\": \"1.0\", \"asOf\": \"2026\", \"findings\": []}");
        var run = await Run.In(folder.Path, "check");
        Assert.Equal((ExitCode.InvalidInput, ""), (run.Code, run.Output));
        Assert.Contains("policycheck.baseline.json:1:34: error PC", run.Error, StringComparison.Ordinal);
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
