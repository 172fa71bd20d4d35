namespace PolicyCheck.Cli.Tests.Authoring;

/// <summary>A result that was kept is seen by a word planted in it, which judging again would not find.</summary>
public sealed class MutationCacheTests
{
    private const string Planted = "planted here";

    private const string Vocabulary = "vocabulary: mine\nfacts:\n  shop.aisles: {type: number, unit: count, meaning: How many aisles there are., question: How many aisles are there?, askWho: operator}\n";

    [Fact]
    public async Task Nothing_is_judged_again_where_nothing_changed()
    {
        using var cache = new Folder();
        using var folder = await Judged(cache);
        var again = await Run.Keeping(cache.Path, folder.Path, "mutate");
        Assert.Equal(ExitCode.DoesNotHold, again.Code);
        Assert.Contains(Planted, again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_judged_again_where_that_is_asked_for()
    {
        using var cache = new Folder();
        using var folder = await Judged(cache);
        var again = await Run.Keeping(cache.Path, folder.Path, "mutate", "--all");
        Assert.DoesNotContain(Planted, again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, File.ReadAllText(Kept(cache)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shops.rules.yaml", "system.function: identification", "system.function: clustering")]
    [InlineData("shops.rules.yaml", "ruleSet: shops", "# Moves every line.\nruleSet: shops")]
    [InlineData("shops_test.yaml", "safeguards.humanReview: true", "safeguards.humanReview: unstated")]
    [InlineData("shop.manifest.yaml", "humanReview: false", "humanReview: true")]
    [InlineData("vocabulary.yaml", "How many aisles", "How many of the aisles")]
    public async Task What_changed_is_judged_again(string file, string part, string other)
    {
        using var cache = new Folder();
        using var folder = await Judged(cache);
        folder.Write(file, folder.Read(file).With(part, other));
        var again = await Run.Keeping(cache.Path, folder.Path, "mutate");
        Assert.DoesNotContain(Planted, again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"schemaVersion\": \"1\", \"files\": [{\"path\": 1}]}")]
    [InlineData("{\"schemaVersion\": \"1\", \"files\": [{\"path\": \"shops_test.yaml\", \"ruleSetPath\": \"shops.rules.yaml\", \"mutants\": [{\"id\": \"a\", \"fate\": \"eaten\"}]}]}")]
    [InlineData("{\"schemaVersion\": 1, \"files\": {}}")]
    [InlineData("\u0000\u0001")]
    public async Task A_damaged_file_is_as_none(string content)
    {
        using var cache = new Folder();
        using var folder = await Judged(cache);
        var fresh = await Run.In(folder.Path, "mutate");
        File.WriteAllText(Kept(cache), content);
        var again = await Run.Keeping(cache.Path, folder.Path, "mutate");
        Assert.Equal((fresh.Code, fresh.Output, ""), (again.Code, again.Output, again.Error));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_and_harms_nothing()
    {
        using var cache = new Folder().Write("policycheck", "a file where a folder should be");
        using var folder = Tested.Folder();
        var run = await Run.Keeping(cache.Path, folder.Path, "mutate", "--threshold", "0");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Contains("can't be kept for the next run", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_acceptance_is_told_from_what_was_kept_too()
    {
        using var cache = new Folder();
        using var folder = Tested.Folder(Tested.Passing + "accepted:\n  - {mutant: 0badc0de, reason: none}\n");
        var first = await Run.Keeping(cache.Path, folder.Path, "mutate");
        var again = await Run.Keeping(cache.Path, folder.Path, "mutate");
        Assert.Equal((ExitCode.InvalidInput, first.Output, first.Error), (again.Code, again.Output, again.Error));
    }

    // A run whose result was kept and marked.
    private static async Task<Folder> Judged(Folder cache)
    {
        var folder = Tested.Folder(Tested.Head.With("  searching: {deployer.sector: retail, system.function: identification, safeguards.humanReview: false}", "  searching: {file: shop.manifest.yaml}") + Tested.PassesByException)
            .Write("shop.manifest.yaml", Texts.Searching)
            .Write("vocabulary.yaml", Vocabulary);
        await Run.Keeping(cache.Path, folder.Path, "mutate");
        var kept = Kept(cache);
        File.WriteAllText(kept, File.ReadAllText(kept).With("no case ", $"{Planted} no case "));
        return folder;
    }

    private static string Kept(Folder cache) => Assert.Single(Directory.GetFiles(Path.Combine(cache.Path, "policycheck", "mutants")));
}
