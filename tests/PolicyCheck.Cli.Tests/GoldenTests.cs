namespace PolicyCheck.Cli.Tests;

public sealed class GoldenTests
{
    private const string Sheriff = "check rules/examples/washington-county-sheriff.manifest.yaml --as-of 2020-06-10 --rules rules/corporate --rules rules/standards";

    [Theory]
    [InlineData("check-sheriff.txt", Sheriff)]
    [InlineData("check-sheriff-off.txt", Sheriff + " --explain off")]
    [InlineData("check-sheriff-full.txt", Sheriff + " --explain full")]
    [InlineData("check-icmec.txt", "check rules/examples/icmec.manifest.yaml --as-of 2020-06-15 --rules rules/corporate --rules rules/standards")]
    [InlineData("check-fbi.txt", "check rules/examples/fbi-project-tyr.manifest.yaml --as-of 2024-02-01 --rules rules/corporate --rules rules/standards")]
    [InlineData("check-fbi.json", "check rules/examples/fbi-project-tyr.manifest.yaml --as-of 2024-02-01 --rules rules/corporate -o json")]
    [InlineData("check-icmec-everywhere.txt", "check rules/examples/icmec.manifest.yaml --as-of 2020-06-15")]
    [InlineData("check-cure.txt", "check rules/examples/bunnings.manifest.yaml --as-of 2026-11-23 --rules rules/asia-pacific --cure")]
    [InlineData("check-cure-open.txt", "check rules/examples/metropolitan-police.manifest.yaml --as-of 2026-11-23 --rules rules/europe --explain off --cure")]
    [InlineData("list.txt", "list --as-of 2026-11-23")]
    [InlineData("list-coverage.txt", "list --coverage --place US-OR/portland --as-of 2026-11-23")]
    [InlineData("explain-police-use.txt", "explain police-use --as-of 2026-11-23")]
    [InlineData("explain-deployer-sector.txt", "explain deployer.sector --as-of 2026-11-23")]
    [InlineData("explain-exit-codes.txt", "explain exit-codes")]
    public async Task What_is_written_is_what_was_agreed_on(string name, string commandLine)
    {
        var run = await Run.Of(commandLine.Split(' '));
        Assert.Empty(run.Error);
        Golden.Verify(name, run.Output);
    }

    [Theory]
    [InlineData("mistakes.txt", "shop.manifest.yaml")]
    public async Task What_is_said_of_mistakes_is_what_was_agreed_on(string name, string file)
    {
        using var folder = new Folder().Write(file, "manifest: shop\ndeployer: {sector: retial}\nplaces: [US-OR/portlnd]\nsystem: {vendor: Amazn}\nuses:\n  - id: entrance\n    purpose: [theft-prevention]\n    realtime: yes\n");
        var run = await Run.In(folder.Path, "check", file, "--as-of", "2026-11-23");
        Golden.Verify(name, $"{run.Error}----\n{run.Output}");
    }

    [Fact]
    public void A_difference_shows_the_lines_that_changed()
    {
        Assert.Equal("    2 - b\n    2 + x\n    3 + y", Golden.Difference(["a", "b", "c"], ["a", "x", "y", "c"]));
    }
}
