using System.Text.Json.Nodes;
using static PolicyCheck.Tests.Reports.Oscal.OscalExample;

namespace PolicyCheck.Tests.Reports.Oscal;

/// <summary>A validator from npm besides the one of .NET: it takes patterns with Unicode's classes and every format of draft 07 at their word.</summary>
public sealed class Ajv : IAsyncLifetime
{
    private static readonly Npm Package = new("tests/PolicyCheck.Engine.Tests/Reports/Oscal/Ajv", "package.json", "package-lock.json", "validate.mjs");

    private string? _absence;

    public async ValueTask InitializeAsync() => _absence = await Package.Install();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void SkipIfAbsent()
    {
        OscalSchema.SkipIfAbsent();
        Assert.SkipWhen(_absence is not null, _absence ?? "");
    }

    /// <summary>What is wrong with each of the documents.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> Problems(IEnumerable<string> documents)
    {
        var folder = Directory.CreateTempSubdirectory("policycheck-");
        try
        {
            List<string> paths = [];
            foreach (var document in documents)
            {
                paths.Add(Path.Combine(folder.FullName, $"{paths.Count}.json"));
                await File.WriteAllTextAsync(paths[^1], document);
            }

            var (code, output, error) = await Package.Run("node", ["validate.mjs", OscalSchema.Path, .. paths]);
            Assert.True(code == 0, error);
            return [.. output.TrimEnd('\n').Split('\n').Select(line => List(JsonNode.Parse(line)).Select(Said).ToList())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
