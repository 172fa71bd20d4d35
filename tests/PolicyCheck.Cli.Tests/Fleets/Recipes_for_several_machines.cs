using PolicyCheck.Cli.Tests.Gate;

namespace PolicyCheck.Cli.Tests.Fleets;

public sealed class Recipes_for_several_machines
{
    private static readonly string Folder = Path.Combine(Repository.Root, "cli", "Recipes");

    [Fact]
    public async Task GNU_parallel_comes_to_the_bytes_and_the_exit_code_of_one_process()
    {
        Assert.SkipUnless(Ran.IsThere("parallel"), "there is no GNU parallel");
        using var shops = Fleet();
        using var program = new InstalledProgram();
        await Compare(shops, "gnu-parallel.sh", Given(program, []));
    }

    [Fact]
    public async Task GNU_parallel_goes_on_where_parts_were_interrupted()
    {
        Assert.SkipUnless(Ran.IsThere("parallel"), "there is no GNU parallel");
        using var shops = Fleet();
        using var program = new InstalledProgram();
        await shops.Check("fleet.ndjson", "-o", "ndjson=cut.ndjson.2-of-3.partial", "--shard", "2/3");
        var torn = shops.Bytes("cut.ndjson.2-of-3.partial")[..^700];
        shops.Write("cut.ndjson.2-of-3.partial", torn);
        await shops.Check("fleet.ndjson", "-o", "ndjson=cut.ndjson.3-of-3", "--shard", "3/3");
        await Compare(shops, "gnu-parallel.sh", Given(program, []), "cut.ndjson");
    }

    [Fact]
    public async Task GNU_parallel_joins_nothing_where_a_part_is_missing()
    {
        Assert.SkipUnless(Ran.IsThere("parallel"), "there is no GNU parallel");
        using var shops = Fleet();
        using var program = new InstalledProgram();
        var ran = await Ran.In(shops.Path, Given(program, []), "bash", Path.Combine(Folder, "gnu-parallel.sh"), "3", "results.ndjson", "fleet.ndjson", "--rules", "nowhere");
        Assert.True(ran.Code == (int)ExitCode.Usage, ran.Said);
        Assert.DoesNotContain("results.ndjson", shops.Names);
    }

    [Fact]
    public async Task Slurm_comes_to_the_bytes_and_the_exit_code_of_one_process()
    {
        await using var slurm = await SlurmNode.Start();
        using var shops = Fleet();
        using var program = new InstalledProgram();
        await Compare(shops, "slurm-array.sh", Given(program, slurm.Environment));
    }

    [Theory]
    [InlineData("gnu-parallel.sh")]
    [InlineData("slurm-array.sh")]
    public async Task A_recipe_says_how_it_is_used(string recipe)
    {
        Assert.SkipUnless(Ran.IsThere("bash"), "there is no bash");
        var ran = await Ran.In(Folder, new Dictionary<string, string?>(), "bash", recipe, "none");
        Assert.Equal((int)ExitCode.Usage, ran.Code);
        Assert.Contains($"{recipe} PARTS RESULTS INPUT... [OPTION OF CHECK]...", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shellcheck_finds_nothing_in_them()
    {
        Assert.SkipUnless(Ran.IsThere("shellcheck"), "there is no shellcheck");
        var ran = await Ran.In(Folder, new Dictionary<string, string?>(), "shellcheck", [.. Directory.EnumerateFiles(Folder, "*.sh").Order(StringComparer.Ordinal)]);
        Assert.True(ran.Code == 0, ran.Said);
    }

    private static Shops Fleet() => new Shops().Write("fleet.ndjson", Shops.Mixed(11, 90));

    private static Dictionary<string, string?> Given(InstalledProgram program, Dictionary<string, string?> more) =>
        new(program.Environment.Concat(more).ToDictionary(pair => pair.Key, pair => pair.Value)) { ["POLICYCHECK"] = program.Path };

    private static async Task Compare(Shops shops, string recipe, Dictionary<string, string?> environment, string results = "results.ndjson")
    {
        var whole = await shops.Check("fleet.ndjson", "-o", "ndjson=whole.ndjson", "-o", "text");
        foreach (var time in new[] { "first", "again" })
        {
            var ran = await Ran.In(shops.Path, environment, "bash", Path.Combine(Folder, recipe), "3", results, "fleet.ndjson", "--rules", "law", "--as-of", Shops.Day);
            Assert.True(ran.Code == (int)whole.Code, $"{time}: {ran.Said}");
            Assert.Equal(shops.Bytes("whole.ndjson"), shops.Bytes(results));
            Assert.EndsWith(whole.Output, ran.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(shops.Names, name => name.Contains("-of-", StringComparison.Ordinal) || name.Contains("joining", StringComparison.Ordinal));
    }
}
