using System.Text.Json;

namespace PolicyCheck.Cli.Tests.Gate;

public sealed class MinBasisTests
{
    private const string Own = "manifests: [deployments]\nrules: [law]\nruleSets: []\n";

    private const string Half = "manifest: half\nplaces: {value: [US-OR], basis: documented}\ndeployer: {sector: {value: retail, basis: documented}}\nsystem: {function: {value: [identification], basis: attested}}\nsafeguards: {humanReview: {value: true, basis: documented, on: 2026-01-01}}\nuses: [{id: theft}]\n";

    [Fact]
    public async Task A_shop_that_only_claims_its_safeguards_is_open_once_documents_are_asked_for()
    {
        using var folder = Shop.Project(Own, Shop.Reviewed);
        var run = await Run.In(folder.Path, "check", "--as-of", "2026-11-23", "--min-basis", "documented");
        Assert.Equal((ExitCode.Indeterminate, ""), (run.Code, run.Error));
        Assert.Contains("as of 2026-11-23, counting facts that are documented or better", run.Output, StringComparison.Ordinal);
        Assert.Contains("(safeguards.humanReview) (only claimed in line 5: have it documented)", run.Output.ReplaceLineEndings(" ").Replace("             ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claimed", (int)ExitCode.Holds)]
    [InlineData("documented", (int)ExitCode.Holds)]
    [InlineData("measured", (int)ExitCode.Indeterminate)]
    [InlineData("attested", (int)ExitCode.Indeterminate)]
    public async Task A_basis_lets_through_what_is_at_least_as_well_known(string basis, int code)
    {
        using var folder = Shop.Project(Own, Half);
        Assert.Equal((ExitCode)code, (await Run.In(folder.Path, "check", "--min-basis", basis)).Code);
        Assert.Equal((ExitCode)code, (await Run.Under([$"POLICYCHECK_MIN_BASIS={basis}"], folder.Path, "check")).Code);
        folder.Write(".policycheck.yaml", $"{Own}minBasis: {basis}\n");
        Assert.Equal((ExitCode)code, (await Run.In(folder.Path, "check")).Code);
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, "check", "--min-basis", "claimed")).Code);
    }

    [Fact]
    public async Task A_compliant_verdict_that_rests_on_claims_alone_is_told_apart()
    {
        using var folder = Shop.Project(Own, Shop.Reviewed);
        Assert.Contains("compliant on claims alone: all 3 facts it rests on are only claimed; see --min-basis", (await Run.In(folder.Path, "check")).Output, StringComparison.Ordinal);
        Assert.Equal("claimed", await Basis(folder));
        folder.Write("deployments/shop.manifest.yaml", Half);
        Assert.DoesNotContain("on claims alone", (await Run.In(folder.Path, "check")).Output, StringComparison.Ordinal);
        Assert.Equal("documented", await Basis(folder));
        folder.Write("deployments/shop.manifest.yaml", Shop.Unreviewed);
        Assert.Null(await Basis(folder));
    }

    [Fact]
    public async Task The_report_says_of_each_missing_fact_how_it_is_stated_and_what_is_asked_for()
    {
        using var folder = Shop.Project(Own, Shop.Reviewed);
        var report = (await Run.In(folder.Path, "check", "--min-basis", "measured", "-o", "json")).Json;
        Assert.Equal("measured", report.GetProperty("minBasis").GetString());
        var missing = report.Findings().Single().GetProperty("missing").EnumerateArray().Single(fact => fact.GetProperty("fact").GetString() == "safeguards.humanReview");
        Assert.Equal(("claimed", "measured", 5), (missing.GetProperty("basis").GetString(), missing.GetProperty("asksForBasis").GetString(), missing.GetProperty("location").GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_word_that_is_no_basis_is_a_mistake_of_the_command_line_and_of_the_configuration()
    {
        using var folder = Shop.Project(Own, Shop.Reviewed);
        Assert.Equal(ExitCode.Usage, (await Run.In(folder.Path, "check", "--min-basis", "notarised")).Code);
        folder.Write(".policycheck.yaml", $"{Own}minBasis: notarised\n");
        Assert.Equal(ExitCode.Usage, (await Run.In(folder.Path, "check")).Code);
    }

    [Fact]
    public async Task A_pack_carries_the_basis_that_was_asked_for_and_replays()
    {
        using var folder = Shop.Project($"{Own}minBasis: documented\n", Shop.Reviewed);
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, "pack", "--as-of", "2026-11-23", "-o", "shops.pack")).Code);
        var pack = Evidence.EvidencePack.Read(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "shops.pack"), TestContext.Current.CancellationToken), null);
        Assert.Equal(Values.Basis.Documented, pack.Options.MinBasis);
        Assert.Equal("documented", JsonElement.Parse(pack.Report.Span).GetProperty("minBasis").GetString());
        Assert.Equal("indeterminate", pack.Verdict);
        var run = await Run.In(folder.Path, "replay", "shops.pack");
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_rule_that_asks_for_a_recent_document_says_what_to_do()
    {
        using var folder = Shop.Project(Own, Half).Write("law/shops.rules.yaml", Texts.ShopRules.Replace("when: {safeguards.humanReview: true}", "when: {safeguards.humanReview: {is: true, basis: documented, notOlderThan: 6 months}}", StringComparison.Ordinal));
        var old = await Run.In(folder.Path, "check", "--as-of", "2026-11-23", "--explain", "full");
        Assert.Equal(ExitCode.DoesNotHold, old.Code);
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, "check", "--as-of", "2026-07-01")).Code);
        Assert.Equal(ExitCode.DoesNotHold, (await Run.In(folder.Path, "check", "--as-of", "2026-07-02")).Code);
    }

    private static async Task<string?> Basis(Folder folder) =>
        (await Run.In(folder.Path, "check", "-o", "json")).Json.GetProperty("manifests")[0].TryGetProperty("basis", out var basis) ? basis.GetString() : null;
}
