using PolicyCheck.Cli.Tests.Authoring;

namespace PolicyCheck.Cli.Tests.Gate;

public sealed class TellingTests
{
    private const string Own = "manifests: [deployments]\nrules: [law]\nruleSets: []\n";

    [Fact]
    public async Task A_quiet_run_says_nothing_where_the_check_holds()
    {
        using var folder = Shop.Project(Own, Shop.Reviewed);
        var run = await Run.In(folder.Path, "check", "-q");
        Assert.Equal((ExitCode.Holds, "", ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task A_quiet_run_sums_up_what_fails()
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed);
        var run = await Run.In(folder.Path, "check", "--quiet", "--as-of", "2026-11-23");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Equal("✗ non-compliant: 1 manifest, 1 use; 1 fail; advisory: nothing\nAs of 2026-11-23, 1 of 1 rule set in force. This is not legal advice.\n", run.Output);
    }

    [Fact]
    public async Task A_quiet_run_writes_the_reports_asked_for_as_files_and_tells_errors()
    {
        using var folder = Shop.Project(Own, Shop.Reviewed).Write("deployments/bad.manifest.yaml", "manifest: Bad\n");
        var run = await Run.In(folder.Path, "check", "-q", "-o", "text", "-o", "json=r.json");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains("bad.manifest.yaml:1:11: error", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"schemaVersion\"", folder.Read("r.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check -v", "")]
    [InlineData("check", "RUNNER_DEBUG=1")]
    public async Task A_verbose_run_says_what_it_reads_on_standard_error_alone(string command, string variable)
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed);
        var plain = await Run.In(folder.Path, "check", "--as-of", "2026-11-23");
        var run = await Run.Under(variable.Length == 0 ? [] : [variable], folder.Path, [.. command.Split(' '), "--as-of", "2026-11-23"]);
        Assert.Equal(plain.Output, run.Output);
        Assert.Contains("as of 2026-11-23: 1 manifest files, 1 rule sets with 1 rules", run.Error, StringComparison.Ordinal);
        Assert.Contains("exit code 1", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deployments/shop.manifest.yaml", Shop.Reviewed, 0)]
    [InlineData("law/shops.rules.yaml", null, 0)]
    [InlineData(".policycheck.yaml", Own + "failOn: [never]\n", 0)]
    [InlineData("deployments/second.manifest.yaml", "manifest: [", 3)]
    public async Task A_watching_check_runs_again_when_what_it_goes_by_changes(string file, string? text, int code)
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed);
        await using var watched = new Watched("check", folder.Path, []);
        await watched.Runs(1);
        folder.Write(file, text ?? Texts.ShopRules.With("system.function: identification", "system.function: verification"));
        await watched.Runs(2);
        Assert.Equal((ExitCode)code, (await watched.End()).Code);
    }

    [Fact]
    public async Task A_watching_check_outlives_a_configuration_half_written()
    {
        using var folder = Shop.Project(Own, Shop.Unreviewed);
        await using var watched = new Watched("check", folder.Path, []);
        await watched.Runs(1);
        folder.Write(".policycheck.yaml", "manifests: [");
        await watched.Tells("the configuration has errors");
        var before = watched.Count;
        folder.Write(".policycheck.yaml", Own + "failOn: [never]\n");
        await watched.Runs(before + 1);
        Assert.Equal(ExitCode.Holds, (await watched.End()).Code);
    }
}
