namespace PolicyCheck.Cli.Tests;

public sealed class SeveralFileTests
{
    [Fact]
    public async Task A_broken_file_is_listed_and_the_good_one_beside_it_is_judged()
    {
        using var folder = Texts.ShopFolder();

        var json = await Run.In(folder.Path, "check", "broken.manifest.yaml", "reviewed.manifest.yaml", "--rules", "rules", "-o", "json");
        Assert.Equal(ExitCode.InvalidInput, json.Code);
        Assert.Equal(["reviewed.manifest.yaml"], json.Json.Texts("manifests", "path"));
        Assert.Equal("compliant", json.Json.Items("manifests")[0].Text("verdict"));
        Assert.Equal("indeterminate", json.Json.Text("verdict"));
        Assert.Equal(["broken.manifest.yaml"], json.Json.Texts("diagnostics", "path"));

        var text = await Run.In(folder.Path, "check", "broken.manifest.yaml", "reviewed.manifest.yaml", "--rules", "rules");
        Assert.Contains("✓ COMPLIANT  A shop", text.Output, StringComparison.Ordinal);
        Assert.Contains("✗ INVALID INPUT  broken.manifest.yaml", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_broken_files_are_all_told()
    {
        using var folder = Texts.ShopFolder()
            .Write("a.manifest.yaml", "manifest: [")
            .Write("b.manifest.json", "{\"manifest\": \"b\", }")
            .Write("c.manifest.yml", "manifest: c\nuses: []\n")
            .Write("d.manifest.yaml", [0xFF, 0x00, 0xC3, 0x28]);

        var run = await Run.In(folder.Path, "check", ".", "--rules", "rules", "-o", "json");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Equal(
            ["a.manifest.yaml", "b.manifest.json", "broken.manifest.yaml", "c.manifest.yml", "d.manifest.yaml"],
            run.Json.Texts("diagnostics", "path").Distinct());
        Assert.Equal(run.Json.Items("diagnostics").Length, Diagnosed.Of(run).Length);
    }

    [Fact]
    public async Task A_file_can_hold_several_manifests_and_the_worst_counts()
    {
        using var folder = Texts.ShopFolder().Write("both.manifest.yaml", $"{Texts.Reviewed}---\n{Texts.Searching.Replace("manifest: shop", "manifest: other", StringComparison.Ordinal)}");

        var run = await Run.In(folder.Path, "check", "both.manifest.yaml", "--rules", "rules", "-o", "json");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Equal(["shop", "other"], run.Json.Texts("manifests", "id"));
        Assert.Equal(["compliant", "non-compliant"], run.Json.Texts("manifests", "verdict"));
    }

    [Fact]
    public async Task A_broken_manifest_leaves_its_neighbour_in_the_same_file_to_be_judged()
    {
        using var folder = Texts.ShopFolder().Write("both.manifest.yaml", $"{Texts.Broken}---\n{Texts.Reviewed}");

        var run = await Run.In(folder.Path, "check", "both.manifest.yaml", "--rules", "rules", "-o", "json");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Single(run.Json.Items("manifests"));
        Assert.Single(run.Json.Items("diagnostics"));
    }

    [Fact]
    public async Task A_manifest_in_JSON_means_what_it_means_in_YAML()
    {
        const string Json = """
            {"manifest": "shop", "title": "A shop", "deployer": {"sector": "retail"}, "places": ["US-OR"], "system": {"function": ["identification"]},
             "safeguards": {"humanReview": false}, "uses": [{"id": "entrance", "purpose": ["theft-prevention"]}]}
            """;
        using var folder = Texts.ShopFolder().Write("searching.manifest.json", Json);

        var run = await Run.In(folder.Path, "check", "searching.manifest.json", "searching.manifest.yaml", "--rules", "rules", "-o", "json");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        var messages = run.Json.Findings().Select(finding => $"{finding.Text("outcome")} {finding.Text("message")}").ToList();
        Assert.Equal(messages[0], messages[1]);
    }

    [Fact]
    public async Task A_file_named_twice_is_judged_once()
    {
        using var folder = Texts.ShopFolder();

        var run = await Run.In(folder.Path, "check", "reviewed.manifest.yaml", "./reviewed.manifest.yaml", Path.Combine(folder.Path, "reviewed.manifest.yaml"), "--rules", "rules", "-o", "json");
        Assert.Equal(["reviewed.manifest.yaml"], run.Json.Texts("manifests", "path"));
    }
}
