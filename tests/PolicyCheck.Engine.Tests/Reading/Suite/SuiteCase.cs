using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyCheck.Tests.Reading.Suite;

/// <summary>A case of the public suite of YAML.</summary>
/// <param name="Id">The suite's name of it, with the number of the case where there are several.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Yaml">The text.</param>
/// <param name="Events">What it stands for, in the suite's notation.</param>
/// <param name="Fails">Whether it is no YAML.</param>
internal sealed record SuiteCase(string Id, string Name, string Yaml, string Events, bool Fails)
{
    private static readonly Npm Package = new("tests/PolicyCheck.Engine.Tests/Reading/Suite", "package.json", "package-lock.json", "cases.mjs");

    /// <summary>All cases; skips the test where they can't be had.</summary>
    public static async Task<ImmutableArray<SuiteCase>> All()
    {
        var absence = await Package.Install();
        Assert.SkipWhen(absence is not null, absence ?? "");
        var (code, output, error) = await Package.Run("node", "cases.mjs");
        Assert.True(code == 0, error);
        using var cases = JsonDocument.Parse(output);
        return [.. cases.RootElement.EnumerateArray().Select(Of)];
    }

    private static SuiteCase Of(JsonElement one) => new(
        one.GetProperty("id").GetString() ?? "",
        one.GetProperty("name").GetString() ?? "",
        one.GetProperty("yaml").GetString() ?? "",
        one.GetProperty("tree").GetString() ?? "",
        one.GetProperty("fails").GetBoolean());
}
