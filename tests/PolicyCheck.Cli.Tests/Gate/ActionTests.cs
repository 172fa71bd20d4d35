using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>The action of GitHub, run step by step in a repository that each test makes.</summary>
public sealed partial class ActionTests
{
    private const string Day = "2020-06-11";

    private static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "action.yml"));

    [Fact]
    public async Task A_manifest_that_fails_fails_the_job_on_its_line()
    {
        using var repository = Deployment("Rekognition");
        using var runner = await Run(repository, new() { ["manifests"] = "deployments", ["as-of"] = Day });
        Assert.True(runner.Code == 1, runner.Log);
        var annotation = Annotation().Matches(runner.Log).FirstOrDefault(match => match.Groups["message"].Value.Contains("Rekognition", StringComparison.Ordinal));
        Assert.True(annotation is not null, runner.Log);
        Assert.Equal("deployments/search.manifest.yaml", annotation.Groups["file"].Value);
        Assert.Equal("  vendor: Amazon", repository.Read("deployments/search.manifest.yaml").Split('\n')[int.Parse(annotation.Groups["line"].Value, CultureInfo.InvariantCulture) - 1]);
        Assert.Contains("amazon-rekognition-moratorium", runner.Summary, StringComparison.Ordinal);
        Assert.Equal("2.1.0", JsonElement.Parse(repository.Read("policycheck.sarif")).GetProperty("version").GetString());
        Assert.Equal(("non-compliant", "1", "policycheck.sarif"), (runner.Outputs["verdict"], runner.Outputs["exit-code"], runner.Outputs["sarif-path"]));
        Assert.Equal(Counted(runner.Outputs["report"]), (runner.Outputs["violations"], runner.Outputs["unknowns"]));
        Assert.NotEqual("0", runner.Outputs["violations"]);
    }

    [Fact]
    public async Task A_compliant_deployment_passes()
    {
        using var repository = Deployment("Other");
        using var runner = await Run(repository, new() { ["manifests"] = "deployments", ["rules"] = "rules", ["as-of"] = Day });
        Assert.True(runner.Code == 0, runner.Log);
        Assert.Equal(("compliant", "0", "0", "0"), (runner.Outputs["verdict"], runner.Outputs["exit-code"], runner.Outputs["violations"], runner.Outputs["unknowns"]));
        Assert.DoesNotContain("::error", runner.Log, StringComparison.Ordinal);
        Assert.NotEqual("", runner.Summary);
    }

    [Fact]
    public async Task A_manifest_with_errors_fails_with_the_programs_code()
    {
        using var repository = Deployment("Other").Write("deployments/broken.manifest.yaml", "manifest: [");
        using var runner = await Run(repository, new() { ["manifests"] = "deployments" });
        Assert.Equal((3, "3"), (runner.Code, runner.Outputs["exit-code"]));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_fails_and_leaves_no_verdict()
    {
        using var repository = Deployment("Other");
        using var runner = await Run(repository, new() { ["manifests"] = "nowhere" });
        Assert.Equal((2, ""), (runner.Code, runner.Outputs["verdict"]));
    }

    [Fact]
    public async Task Code_scanning_gets_what_was_found_though_the_check_failed()
    {
        using var repository = Deployment("Rekognition");
        using var runner = await Run(repository, new() { ["manifests"] = "deployments", ["as-of"] = Day, ["upload-sarif"] = "true" });
        Assert.Equal(1, runner.Code);
        Assert.StartsWith("github/codeql-action/upload-sarif@", Assert.Single(runner.Used), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_is_data_and_is_never_run()
    {
        using var repository = Deployment("Other");
        using var runner = await Run(repository, new() { ["manifests"] = "$(touch owned)\n`touch owned`\n\"; touch owned; \"", ["rules"] = "'; touch owned; '", ["sarif"] = "$(touch owned).sarif" });
        Assert.Equal(2, runner.Code);
        Assert.DoesNotContain("owned", repository.Names);
    }

    [Fact]
    public void No_input_is_part_of_a_shells_text_and_every_action_is_pinned()
    {
        var steps = YamlFile.Documents(Text).Single().At("runs", "steps").Items().ToList();
        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.DoesNotContain("${{", step.Text("run"), StringComparison.Ordinal));
        Assert.All(steps.Select(step => step.Text("uses")).Where(uses => uses.Length > 0), uses => Assert.Matches("@[0-9a-f]{40}$", uses));
    }

    [Fact]
    public async Task Without_an_installed_program_the_checkout_is_built()
    {
        Assert.SkipUnless(Ran.IsThere("bash"), "bash isn't installed");
        // What would take minutes is only named: a `dotnet` that says what it was asked, on a PATH without `policycheck`.
        using var tools = new InstalledProgram();
        using var folder = new Folder().Write("dotnet", "#!/bin/sh\necho \"asked: $*\"\n");
        await Ran.In(folder.Path, tools.Environment, "chmod", "+x", "dotnet");
        using var repository = Deployment("Other");
        using var runner = new FakeRunner(repository.Path, new Dictionary<string, string?> { ["PATH"] = $"{folder.Path}:/usr/bin:/bin" });
        await runner.Run(Text, new Dictionary<string, string> { ["manifests"] = "deployments" });
        Assert.Contains("asked: publish cli --output", runner.Log, StringComparison.Ordinal);
        Assert.StartsWith("actions/setup-dotnet@", Assert.Single(runner.Used), StringComparison.Ordinal);
        // The stand-in built nothing, so nothing was judged, and that isn't a pass.
        Assert.Equal(127, runner.Code);
    }

    [Fact]
    public async Task The_workflow_in_the_readme_is_short_and_fails_where_a_deployment_does()
    {
        var block = Block().Match(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken));
        Assert.True(block.Success, "the README has no workflow");
        var yaml = block.Groups["yaml"].Value;
        Assert.InRange(yaml.TrimEnd('\n').Split('\n').Length, 1, 10);
        var job = YamlFile.Documents(yaml).Single().At("jobs").Entries().Single().Value;
        Assert.Equal("ubuntu-latest", job.Text("runs-on"));
        var step = job.At("steps").Items().Single(step => step.Text("uses").Contains("/policycheck@", StringComparison.Ordinal));
        var given = step.At("with").Entries().ToDictionary(entry => entry.Key, entry => ((YamlDotNet.RepresentationModel.YamlScalarNode)entry.Value).Value ?? "");
        // The police may not use the product today either: the pause was extended until further notice.
        using var repository = Deployment("Rekognition");
        using var failing = await Run(repository, given);
        Assert.True(failing.Code == 1, failing.Log);
        Assert.Contains("::error file=deployments/search.manifest.yaml,line=", failing.Log, StringComparison.Ordinal);
    }

    private static (string Violations, string Unknowns) Counted(string report)
    {
        var findings = JsonElement.Parse(File.ReadAllText(report)).GetProperty("manifests").EnumerateArray()
            .SelectMany(manifest => manifest.GetProperty("uses").EnumerateArray())
            .SelectMany(use => use.GetProperty("findings").EnumerateArray())
            .Where(finding => !finding.GetProperty("advisory").GetBoolean())
            .Select(finding => finding.GetProperty("outcome").GetString())
            .ToList();
        return ($"{findings.Count(outcome => outcome == "fail")}", $"{findings.Count(outcome => outcome == "indeterminate")}");
    }

    private static async Task<FakeRunner> Run(Folder repository, Dictionary<string, string> inputs)
    {
        Assert.SkipUnless(Ran.IsThere("bash"), "bash isn't installed");
        using var installed = new InstalledProgram();
        var runner = new FakeRunner(repository.Path, installed.Environment);
        await runner.Run(Text, inputs);
        return runner;
    }

    // A deployment by the police, and a rule set of the repository's own that only another product satisfies.
    private static Folder Deployment(string product) => new Folder()
        .Write("deployments/search.manifest.yaml", $$"""
            manifest: search
            title: Search of booking photos
            deployer: {name: County Sheriff, sector: law-enforcement, level: county, policeDepartment: true}
            system:
              vendor: Amazon
              product: {{product}}
              function: [identification]
            uses:
              - id: search
                purpose: [criminal-investigation]
            """)
        .Write("rules/own.rules.yaml", """
            ruleSet: own
            title: Our own rule
            authority: The county
            standing: corporate-policy
            jurisdictions: [world]
            summary: We don't use Rekognition.
            sources:
              - {id: policy, title: Our policy, read: official, checked: 2020-06-01, confidence: high}
            inForce: [{from: 2020-01-01}]
            rules:
              - id: other-product
                title: We don't use Rekognition
                citation: policy, section 1
                when: {deployer.sector: law-enforcement}
                requires: {system.product: {isNot: Rekognition}}
                severity: high
                remedy: Use another product.
            notCovered: [Everything else.]
            """);

    [GeneratedRegex("^::error file=(?<file>[^,]*),line=(?<line>[0-9]+)[^:]*::(?<message>.*)$", RegexOptions.Multiline)]
    private static partial Regex Annotation();

    [GeneratedRegex("<!-- The block below is run by a test, with the steps of action.yml. -->\n```yaml\n(?<yaml>[^`]*)```")]
    private static partial Regex Block();
}
