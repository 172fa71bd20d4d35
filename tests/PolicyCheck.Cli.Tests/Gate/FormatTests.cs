using PolicyCheck.Cli.Commands;
using PolicyCheck.Cli.Fleets;

namespace PolicyCheck.Cli.Tests.Gate;

public sealed class FormatTests
{
    private static readonly string[] Manifests = ["reviewed", "comparing", "searching", "unsaid", "broken", "searching unsaid", "broken searching", "reviewed comparing"];
    private static readonly string[] Options = ["", "--fail-on never", "--fail-on non-compliant", "--fail-on not-applicable", "--fail-on advisory", "--strict"];

    public static TheoryData<string, string> Cases { get; } = new(Manifests.SelectMany(manifests => Options.Select(options => (manifests, options))));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_format_changes_the_exit_code(string manifests, string options)
    {
        using var folder = Texts.ShopFolder();
        string[] check = ["check", .. manifests.Split(' ').Select(name => $"{name}.manifest.yaml"), "--rules", "rules", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var expected = await Run.In(folder.Path, check);

        foreach (var format in Check.Formats)
        {
            var run = await Run.In(folder.Path, [.. check, "-o", format]);
            Assert.Equal((format, expected.Code), (format, run.Code));
            Assert.Equal(format == "intoto" && manifests == "broken", run.Output.Length == 0);

            // Lines of results on standard output leave standard error for the summary.
            Assert.Contains(expected.Error, run.Error, StringComparison.Ordinal);
            Assert.True(format == FleetRules.Format || run.Error.EndsWith(expected.Error, StringComparison.Ordinal), run.Error);
        }
    }

    [Fact]
    public async Task All_formats_of_one_run_are_those_of_runs_of_their_own()
    {
        using var folder = Texts.ShopFolder();
        string[] check = ["check", "searching.manifest.yaml", "broken.manifest.yaml", "--rules", "rules", "--as-of", "2021-06-15"];
        var whole = Check.Formats.Remove(FleetRules.Format);
        var together = await Run.In(folder.Path, [.. check, .. whole.SelectMany(format => new[] { "-o", $"{format}=out.{format}" })]);

        Assert.Equal(ExitCode.InvalidInput, together.Code);
        Assert.Empty(together.Output);
        foreach (var format in whole)
        {
            Assert.Equal((await Run.In(folder.Path, [.. check, "-o", format])).Output, folder.Read($"out.{format}"));
        }
    }

    [Fact]
    public async Task An_annotation_stands_at_the_line_of_the_manifest_that_breaks_the_rule()
    {
        using var folder = Texts.ShopFolder();
        var run = await Run.In(folder.Path, "check", "searching.manifest.yaml", "--rules", "rules", "-o", "github");
        var line = Array.FindIndex(Texts.Searching.Split('\n'), text => text.StartsWith("deployer:", StringComparison.Ordinal)) + 1;
        Assert.StartsWith($"::error file=searching.manifest.yaml,line={line},endLine={line},", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strictly_what_nobody_has_read_is_an_error_in_the_pipeline_too()
    {
        using var folder = Texts.ShopFolder().Write("rules/shops.rules.yaml", Texts.ShopRules.Replace("read: official", "read: recollection", StringComparison.Ordinal));
        string[] check = ["check", "searching.manifest.yaml", "--rules", "rules", "-o", "github"];
        Assert.StartsWith("::warning ", (await Run.In(folder.Path, check)).Output, StringComparison.Ordinal);
        Assert.StartsWith("::error ", (await Run.In(folder.Path, [.. check, "--strict"])).Output, StringComparison.Ordinal);
    }
}
