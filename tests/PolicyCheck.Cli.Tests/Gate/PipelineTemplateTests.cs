using YamlDotNet.RepresentationModel;

namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>The templates for GitLab and Azure, whose shell is run here as their runners run it.</summary>
public sealed class PipelineTemplateTests
{
    [Theory]
    [InlineData("non-compliant.manifest.yaml", 1)]
    [InlineData("compliant.manifest.yaml", 0)]
    [InlineData("nowhere.manifest.yaml", 2)]
    public async Task GitLabs_job_fails_as_the_program_does_and_leaves_its_reports(string manifest, int code)
    {
        Assert.SkipUnless(Ran.IsThere("bash"), "bash isn't installed");
        var documents = YamlFile.Documents(await Template(".gitlab/policycheck.yml"));
        var job = documents[1].At("policycheck") ?? throw new InvalidOperationException();
        using var repository = Repository();
        using var installed = new InstalledProgram();
        Dictionary<string, string?> environment = new(installed.Environment) { ["CI_PROJECT_DIR"] = repository.Path };
        foreach (var (name, variable) in job.At("variables").Entries())
        {
            environment[name] = Given(variable.Text("value"));
        }

        var ran = await Ran.In(repository.Path, environment, "sh", "-c", string.Join('\n', job.At("script").Items().Select(item => ((YamlScalarNode)item).Value)));
        Assert.True(ran.Code == code, ran.Said);
        Assert.Equal("always", job.Text("artifacts", "when"));
        Assert.All(job.At("artifacts", "reports").Entries(), report => Assert.Equal(code != 2, repository.Names.Contains(((YamlScalarNode)report.Value).Value)));

        string Given(string text)
        {
            Assert.StartsWith("$[[ inputs.", text, StringComparison.Ordinal);
            var input = documents[0].At("spec", "inputs", text[11..^3]);
            Assert.True(input is not null, $"{text} is no input");
            return text switch { "$[[ inputs.manifests ]]" => manifest, "$[[ inputs.rules ]]" => "rules", "$[[ inputs.as-of ]]" => "2024-01-01", _ => input.Text("default") };
        }
    }

    [Theory]
    [InlineData("non-compliant.manifest.yaml", 1)]
    [InlineData("compliant.manifest.yaml", 0)]
    [InlineData("nowhere.manifest.yaml", 2)]
    public async Task Azures_step_fails_as_the_program_does_and_logs_what_it_found(string manifest, int code)
    {
        Assert.SkipUnless(Ran.IsThere("bash"), "bash isn't installed");
        var template = YamlFile.Documents(await Template(".azure/policycheck.yml")).Single();
        var step = template.At("steps").Items().Single(item => item.Text("bash").Length > 0);
        var parameters = template.At("parameters").Items().ToDictionary(parameter => parameter.Text("name"), parameter => parameter.Text("default"));
        (parameters["manifests"], parameters["rules"], parameters["asOf"]) = (manifest, "rules", "2024-01-01");
        using var repository = Repository();
        using var temp = new Folder();
        using var installed = new InstalledProgram();
        Dictionary<string, string?> environment = new(installed.Environment) { ["AGENT_TEMPDIRECTORY"] = temp.Path, ["TF_BUILD"] = "True" };
        foreach (var (name, value) in step.At("env").Entries())
        {
            environment[name] = parameters[((YamlScalarNode)value).Value?["${{ parameters.".Length..^" }}".Length] ?? ""];
        }

        temp.Write("step.sh", step.Text("bash"));
        var ran = await Ran.In(repository.Path, environment, "bash", "--noprofile", "--norc", Path.Combine(temp.Path, "step.sh"));
        Assert.True(ran.Code == code, ran.Said);
        Assert.Equal(code == 1, ran.Output.Contains("##vso[task.logissue type=error;sourcepath=non-compliant.manifest.yaml;linenumber=", StringComparison.Ordinal));
        Assert.Equal(code != 2, ran.Output.Contains("##vso[task.uploadsummary]", StringComparison.Ordinal));
        Assert.Equal(code != 2, temp.Names.Contains("policycheck-junit.xml"));
    }

    [Fact]
    public async Task No_input_is_part_of_a_shells_text()
    {
        var gitlab = YamlFile.Documents(await Template(".gitlab/policycheck.yml"))[1];
        var azure = YamlFile.Documents(await Template(".azure/policycheck.yml")).Single();
        string[] scripts =
        [
            .. gitlab.At("policycheck", "script").Items().Select(item => ((YamlScalarNode)item).Value ?? ""),
            .. azure.At("steps").Items().Select(item => item.Text("bash")),
        ];
        Assert.Contains(scripts, script => script.Contains("policycheck check", StringComparison.Ordinal));
        Assert.All(scripts, script => Assert.False(script.Contains("$[[", StringComparison.Ordinal) || script.Contains("${{", StringComparison.Ordinal), script));
    }

    private static Task<string> Template(string name) => File.ReadAllTextAsync(Path.Combine(Tests.Repository.Root, name), TestContext.Current.CancellationToken);

    private static Folder Repository() => new Folder()
        .Write("compliant.manifest.yaml", "manifest: a\ntitle: A\nsystem: {product: Other}\nuses: [{id: u}]\n")
        .Write("non-compliant.manifest.yaml", "manifest: b\ntitle: B\nsystem: {product: Rekognition}\nuses: [{id: u}]\n")
        .Write("rules/own.rules.yaml", """
            ruleSet: own
            title: Our own rule
            authority: The county
            standing: corporate-policy
            jurisdictions: [world]
            summary: We don't use Rekognition.
            sources:
              - {id: policy, title: Our policy, read: official, checked: 2023-11-01, confidence: high}
            inForce: [{from: 2020-01-01}]
            rules:
              - id: other-product
                title: We use another product
                citation: policy, section 1
                when: {system.product: {known: true}}
                requires: {system.product: {isNot: Rekognition}}
                severity: high
                remedy: Use another product.
            notCovered: [Everything else.]
            """);
}
