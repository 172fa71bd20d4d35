using PolicyCheck.Cli.Commands;
using PolicyCheck.Evaluation;

namespace PolicyCheck.Cli.Tests.Faults;

/// <summary>How much is read of each kind of file, and for how long.</summary>
public sealed class Limits
{
    private const string Waivers = "waivers:\n  - {id: w, rule: shops/no-search, reason: r, grantedBy: g, from: 2026-01-01, until: 2026-12-31}\n";
    private static readonly string Deep = new string('[', 200) + new string(']', 200);

    [Theory]
    [InlineData("check searching.manifest.yaml --max-bytes 10", "searching.manifest.yaml:1:1: error PC101")]
    [InlineData("check searching.manifest.yaml --max-depth 1", "error PC105")]
    [InlineData("check searching.manifest.yaml --max-nodes 3", "error PC106")]
    [InlineData("check - --max-bytes 10", "-:1:1: error PC101")]
    [InlineData("check - --max-depth 1", "error PC105")]
    [InlineData("check - --max-nodes 3", "error PC106")]
    [InlineData("check searching.manifest.yaml --rules rules --max-bytes 300", "rules/shops.rules.yaml:1:1: error PC101")]
    [InlineData("check searching.manifest.yaml --rules rules --max-depth 2", "error PC105")]
    [InlineData("check searching.manifest.yaml --rules rules --max-nodes 40", "rules/shops.rules.yaml")]
    [InlineData("check searching.manifest.yaml --rules shops.bundle --allow-unsigned --max-bytes 300", "error PC101")]
    [InlineData("check searching.manifest.yaml --waivers deep.waivers.yaml", "error PC105")]
    [InlineData("check searching.manifest.yaml --waivers waivers.csv --max-bytes 30", "error PC101")]
    [InlineData("check searching.manifest.yaml --baseline deep.json", "error PC105")]
    [InlineData("check deep.manifest.yaml", "error PC105")]
    [InlineData("import table.csv --mapping deployments.mapping.yaml --max-bytes 30", "PC101")]
    [InlineData("lint rules --max-bytes 300", "rules/shops.rules.yaml:1:1: error PC101")]
    [InlineData("test rules --max-nodes 10", "error PC106")]
    [InlineData("waivers list deep.waivers.yaml", "error PC105")]
    public async Task Beyond_them_a_file_is_refused_at_its_place(string line, string told)
    {
        using var folder = Texts.ShopFolder()
            .Write("deep.waivers.yaml", $"waivers: {Deep}\n").Write("deep.json", Deep).Write("deep.manifest.yaml", Deep)
            .Write("waivers.csv", "rule,reason,grantedBy,from,until\nshops/no-search,r,g,2026-01-01,2026-12-31\n")
            .Write("table.csv", "name,sector\nx,retail\ny,retail\n").Write("deployments.mapping.yaml", Deep)
            .Write("rules/shops_test.yaml", "tests: []\n");
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, "bundle", "build", "rules", "-o", "shops.bundle")).Code);

        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Texts.Searching));
        var run = await Run.In(folder.Path, input, line.Split(' '));
        Assert.True(run.Code == ExitCode.InvalidInput, $"{run.Code}\n{run.Error}");
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_has_those_that_hold_by_default()
    {
        using var folder = Texts.ShopFolder().Write(".policycheck.yaml", $"rules: {Deep}\n");

        var run = await Run.In(folder.Path, "check", "searching.manifest.yaml");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("PC105", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_whose_evaluation_never_ends_gives_up_when_its_time_is_up()
    {
        using var folder = Texts.ShopFolder();
        await using var error = new StringWriter();
        var surroundings = new Surroundings(Stream.Null, Stream.Null, error, TimeProvider.System, folder.Path, Colours: false, Surroundings.PlainWidth);
        var stuck = new TaskCompletionSource<RulesEngineEvaluator>();
        var command = CheckCommand.Create(surroundings, new(() => stuck.Task), _ => { });

        var problem = await Assert.ThrowsAsync<CommandException>(() => command.Parse(["searching.manifest.yaml", "--rules", "rules", "--timeout", "1"])
            .InvokeAsync(new() { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.InternalError, problem.Code);
        Assert.Equal("gave up after 1 seconds: raise `--timeout`, or ask for less at a time", problem.Message);
        stuck.SetCanceled(TestContext.Current.CancellationToken);
    }
}
