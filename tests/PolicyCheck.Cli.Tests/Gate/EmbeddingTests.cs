using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests.Gate;

/// <summary>The worked example of the engine's README.</summary>
public sealed partial class EmbeddingTests
{
    private const string Police = """
        manifest: search
        title: Search of booking photos
        deployer: {sector: law-enforcement}
        system:
          vendor: Amazon
          product: Rekognition
          function: [identification]
        uses:
          - id: search
            purpose: [criminal-investigation]
        """;

    [Fact]
    public async Task The_readme_shows_the_example_that_is_run_here()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "engine", "README.md"), TestContext.Current.CancellationToken);
        var example = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "PolicyCheck.Cli.Tests", "Gate", "Example.cs"), TestContext.Current.CancellationToken);
        Assert.Equal(example, Block().Match(readme).Groups["code"].Value);
    }

    [Fact]
    public void The_example_tells_the_verdict_and_each_failure_with_its_line()
    {
        var said = new Example().Judge(Police, new(2020, 6, 11));
        Assert.Equal("NonCompliant\namazon-rekognition-moratorium/police-use: The police may not use Rekognition to recognise faces, line 5\n", said);
    }

    [Fact]
    public void The_example_tells_a_mistake_and_its_cure()
    {
        var said = new Example().Judge("manifest: search\ntitle: A\nuse: [{id: search}]\n", new(2020, 6, 11));
        Assert.Contains("entrance.manifest.yaml:3:1: error", said, StringComparison.Ordinal);
        Assert.Contains("cure:", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_writes_what_the_command_line_writes()
    {
        using var folder = new Folder().Write("entrance.manifest.yaml", Police);
        using var json = new MemoryStream();
        new Example().WriteJson(Police, new(2020, 6, 11), json);
        var run = await Run.In(folder.Path, "check", "entrance.manifest.yaml", "--as-of", "2020-06-11", "-o", "json");
        Assert.Equal(run.Output, System.Text.Encoding.UTF8.GetString(json.ToArray()));
        Assert.Equal("non-compliant", JsonElement.Parse(run.Output).GetProperty("verdict").GetString());
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
